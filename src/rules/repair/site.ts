import type { ServiceUse } from '../../flow/uses';
import type { Span } from '../../source/program';
import type { RuleContext } from '../contract';

/** What a switch changes together, and where. */
export interface Site {
  /** Other clients and requests of the file that take the same credential: one of them alone would still need it. */
  readonly sharing: readonly ServiceUse[];
  /** The cell of a notebook. */
  readonly within?: Span;
}

export function siteOf({ uses, cell }: RuleContext, use: ServiceUse): Site {
  const own = made(use);
  const sharing = uses.filter((one) => {
    const theirs = made(one);
    return one !== use && theirs.length > 0 && theirs.every((key) => own.includes(key));
  });
  return { sharing, within: cell?.(use.call.span.start) };
}

/** Where the credentials of a client are made; a client that chooses by default has its own. */
const made = ({ flows }: ServiceUse): string[] =>
  flows
    .filter(({ method, byDefault }) => method !== 'none' && !byDefault)
    .map(({ origin }) => `${origin.uri} ${origin.span.start}`);
