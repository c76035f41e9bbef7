import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Refusal } from '../../../src/knowledge/refusal';

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON unless it is a string or a list of server-sent events. */
  readonly body?: unknown;
  readonly events?: readonly string[];
}

export const ok = (body: unknown, headers?: Record<string, string>): Reply => ({ status: 200, body, headers });
export const text = (body: string, type = 'text/plain'): Reply => ({
  status: 200,
  body,
  headers: { 'content-type': type },
});
/** The SDKs recognise a stream by this exact type, without a charset. */
export const stream = (events: readonly string[]): Reply => ({ status: 200, events });

export const refuse = ({ status, code, message }: Refusal): Reply => ({ status, body: { code, message } });

export function send(response: ServerResponse, reply: Reply, date: Date): void {
  response.sendDate = false;
  const shared = {
    date: date.toUTCString(),
    'opc-request-id': randomUUID().replaceAll('-', '').toUpperCase(),
  };
  if (reply.events) {
    response.writeHead(reply.status, { ...shared, 'content-type': 'text/event-stream', ...reply.headers });
    for (const event of reply.events) response.write(`data: ${event}\n\n`);
    response.end();
    return;
  }
  const body = bodyText(reply.body);
  const length = { 'content-length': String(Buffer.byteLength(body)) };
  response.writeHead(reply.status, { ...shared, ...length, 'content-type': 'application/json', ...reply.headers });
  response.end(body);
}

function bodyText(body: unknown): string {
  if (typeof body === 'string') return body;
  return body === undefined ? '' : JSON.stringify(body);
}
