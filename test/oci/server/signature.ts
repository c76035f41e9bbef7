import { createHash, createVerify } from 'node:crypto';
import type { OciRequest } from './request';

/** docs.oracle.com API/Concepts/signingrequests.htm: requests older or newer than five minutes are refused. */
export const ALLOWED_SKEW_MS = 5 * 60_000;

const BODY_METHODS: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH']);
const BODY_HEADERS = ['content-length', 'content-type', 'x-content-sha256'] as const;

export interface ParsedSignature {
  readonly keyId: string;
  readonly algorithm: string;
  readonly headers: readonly string[];
  readonly signature: string;
}

/** `Signature version="1",keyId="…",algorithm="rsa-sha256",headers="…",signature="…"` in any order. */
export function parseSignature(authorization: string): ParsedSignature | undefined {
  if (!/^signature /i.test(authorization)) return undefined;
  const fields = new Map(
    Array.from(authorization.slice(10).matchAll(/([a-zA-Z]{1,20})="([^"]*)"/g), (match) => [match[1], match[2] ?? '']),
  );
  const keyId = fields.get('keyId');
  const headers = fields.get('headers');
  const signature = fields.get('signature');
  if (!keyId || !headers || !signature) return undefined;
  return {
    keyId,
    algorithm: fields.get('algorithm') ?? '',
    headers: headers.toLowerCase().split(' '),
    signature,
  };
}

export interface SignatureDemand {
  readonly publicPem: string;
  readonly now: number;
  /** The federation endpoint alone does not ask for it. */
  readonly hostSigned: boolean;
}

/** The reason why a signature proves nothing, or undefined when it is good. */
export function signatureFlaw(
  request: OciRequest,
  parsed: ParsedSignature,
  demand: SignatureDemand,
): string | undefined {
  if (parsed.algorithm.toLowerCase() !== 'rsa-sha256') return 'algorithm';
  const required = requiredHeaders(request, demand.hostSigned);
  const unsigned = required.find((name) => !parsed.headers.includes(name));
  if (unsigned) return `unsigned ${unsigned}`;
  return dateFlaw(request, parsed, demand.now) ?? bodyFlaw(request, parsed) ?? cryptoFlaw(request, parsed, demand);
}

function requiredHeaders(request: OciRequest, hostSigned: boolean): readonly string[] {
  const always = hostSigned ? ['(request-target)', 'host'] : ['(request-target)'];
  return BODY_METHODS.has(request.method) ? [...always, ...BODY_HEADERS] : always;
}

function dateFlaw(request: OciRequest, parsed: ParsedSignature, now: number): string | undefined {
  const name = ['x-date', 'date'].find((header) => parsed.headers.includes(header));
  if (!name) return 'unsigned date';
  const sent = Date.parse(request.headers[name] ?? '');
  return Math.abs(sent - now) <= ALLOWED_SKEW_MS ? undefined : 'date outside the allowed skew';
}

function bodyFlaw(request: OciRequest, parsed: ParsedSignature): string | undefined {
  if (!parsed.headers.includes('x-content-sha256')) return undefined;
  const digest = createHash('sha256').update(request.body).digest('base64');
  if (request.headers['x-content-sha256'] !== digest) return 'body digest';
  return Number(request.headers['content-length'] ?? 0) === request.body.length ? undefined : 'content length';
}

function cryptoFlaw(request: OciRequest, parsed: ParsedSignature, demand: SignatureDemand): string | undefined {
  const lines: string[] = [];
  for (const name of parsed.headers) {
    const value =
      name === '(request-target)' ? `${request.method.toLowerCase()} ${request.target}` : request.headers[name];
    if (value === undefined) return `missing ${name}`;
    lines.push(`${name}: ${value}`);
  }
  const genuine = createVerify('RSA-SHA256')
    .update(lines.join('\n'))
    .verify(demand.publicPem, parsed.signature, 'base64');
  return genuine ? undefined : 'signature';
}
