import type { IncomingMessage } from 'node:http';

/** A request as it came over the wire: nothing normalised that a signature covers. */
export interface OciRequest {
  readonly method: string;
  /** Path and query exactly as sent; signatures cover it. */
  readonly target: string;
  readonly host: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export async function readRequest(incoming: IncomingMessage): Promise<OciRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
  return {
    method: incoming.method ?? 'GET',
    target: incoming.url ?? '/',
    host: headers['host'] ?? '',
    headers,
    body: Buffer.concat(chunks),
  };
}

/** The body as an object; undefined when it is no JSON object. */
export function jsonBody(request: OciRequest): Readonly<Record<string, unknown>> | undefined {
  if (request.body.length === 0) return {};
  try {
    const value: unknown = JSON.parse(request.body.toString());
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

export function bearerOf(request: OciRequest): string | undefined {
  const [scheme, value] = (request.headers['authorization'] ?? '').split(' ');
  return scheme?.toLowerCase() === 'bearer' && value ? value : undefined;
}
