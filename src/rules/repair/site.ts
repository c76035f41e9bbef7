import type { CredentialFlow } from '../../flow/credential';
import type { ServiceUse } from '../../flow/uses';
import { acceptance } from '../../knowledge/acceptance';
import type { Span } from '../../source/program';
import type { RuleContext } from '../contract';

/** What a switch changes together, and where. */
export interface Site {
  /** Other clients and requests of the file that take the same credential: one of them alone would still need it. */
  readonly sharing: readonly ServiceUse[];
  /** The cell of a notebook. */
  readonly within?: Span;
  readonly once: RuleContext['once'];
  /** Other modules look into this one. */
  readonly imported: boolean;
}

export function siteOf({ uses, cell, once, imported }: RuleContext, use: ServiceUse): Site {
  const own = made(use);
  const sharing = uses.filter((one) => {
    const theirs = one.flows.some((flow) => isWelcome(flow, one)) ? [] : made(one);
    return one !== use && theirs.length > 0 && theirs.every((key) => own.includes(key));
  });
  return { sharing, within: cell?.(use.call.span.start), once, imported: imported() };
}

/** Where the key is what the plane wants, it stays. */
const isWelcome = ({ method }: CredentialFlow, { plane }: ServiceUse): boolean =>
  method !== 'none' && method !== 'unknown' && acceptance(method, plane).verdict === 'works';

/** Where the credentials of a client are made; a client that chooses by default has its own. */
const made = ({ flows }: ServiceUse): string[] =>
  flows
    .filter(({ method, byDefault }) => method !== 'none' && !byDefault)
    .map(({ origin }) => `${origin.uri} ${origin.span.start}`);
