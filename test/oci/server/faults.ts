import type { ServerResponse } from 'node:http';
import type { Service } from './address';

/** Ways in which a network or a service fails without being OCI's answer. */
export type FaultKind = 'hang' | 'reset' | 'garbage' | 'bad-gateway' | 'skew' | 'throttle';

export interface Fault {
  readonly kind: FaultKind;
  /** Every service when absent. */
  readonly service?: Service;
}

/** How far the clock of a skewed OCI runs ahead. */
export const SKEW_MS = 10 * 60_000;

/** Plays a fault that replaces the answer; false when the request goes on. */
export function play(fault: Fault, response: ServerResponse): boolean {
  switch (fault.kind) {
    case 'hang':
      return true;
    case 'reset':
      response.socket?.resetAndDestroy();
      return true;
    case 'garbage':
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"mod\u0000<<<');
      return true;
    case 'bad-gateway':
      response.writeHead(502, { 'content-type': 'text/html' }).end('<html><body>Bad Gateway</body></html>');
      return true;
    default:
      return false;
  }
}
