/** What came of a request, as far as it may be told: no bodies, no messages of others. */
export type Outcome =
  | {
      readonly kind: 'reply';
      readonly status: number;
      /** The body is a JSON document, or there is none to read. */
      readonly json: boolean;
      readonly code?: string;
      readonly requestId?: string;
      /** The server's clock, milliseconds. */
      readonly date?: number;
    }
  | { readonly kind: 'failure'; readonly reason: FailureReason };

export type FailureReason = 'timeout' | 'cancelled' | 'dns' | 'tls' | 'proxy' | 'unreachable' | 'redirect' | 'not-sent';

export function replyOutcome(response: Response, body: string): Outcome {
  const parsed = parse(body);
  const code = parsed === undefined ? undefined : wordOf((parsed as { code?: unknown } | null)?.code);
  const date = Date.parse(response.headers.get('date') ?? '');
  return {
    kind: 'reply',
    status: response.status,
    json: parsed !== undefined || response.status === 204,
    code,
    requestId: wordOf(response.headers.get('opc-request-id')),
    date: Number.isNaN(date) ? undefined : date,
  };
}

/** Only what cannot carry a credential or markup. */
function wordOf(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && /^[\w./-]{1,120}$/.test(text) ? text : undefined;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

const PATTERNS: readonly (readonly [FailureReason, RegExp])[] = [
  ['tls', /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|ERR_TLS|ERR_SSL|EPROTO/i],
  ['proxy', /PROXY|TUNNEL/i],
  ['dns', /ENOTFOUND|EAI_AGAIN|NAME_NOT_RESOLVED/i],
  ['timeout', /ETIMEDOUT|UND_ERR_(?:CONNECT|HEADERS|BODY)_TIMEOUT|TIMED_OUT|TimeoutError/i],
  ['redirect', /unexpected redirect/i],
];

/** Why nothing came back. Codes and names of the whole chain are looked at, none is passed on. */
export function failureOutcome(error: unknown, cancelled: boolean, timedOut: boolean): Outcome {
  if (cancelled) return { kind: 'failure', reason: 'cancelled' };
  if (timedOut) return { kind: 'failure', reason: 'timeout' };
  const trail = trailOf(error).join(' ');
  const [reason] = PATTERNS.find(([, pattern]) => pattern.test(trail)) ?? ['unreachable'];
  return { kind: 'failure', reason };
}

const DEPTH = 5;

function trailOf(error: unknown): string[] {
  const words: string[] = [];
  let current = error;
  for (let depth = 0; depth < DEPTH && typeof current === 'object' && current !== null; depth += 1) {
    const { name, code, message, cause } = current as Record<string, unknown>;
    for (const word of [name, code, message]) if (typeof word === 'string') words.push(word.slice(0, 200));
    current = cause;
  }
  return words;
}
