import { VERBATIM_TOKEN_READERS } from '../../knowledge/config-file';
import type { Problem } from '../problem';

export type TokenFlaw = Pick<Problem, 'severity' | 'code' | 'message' | 'rejectedBy'>;

/** What stands around a token: readers that do not trim it put it into a header. */
export function tokenBlanks(text: string, name: string): TokenFlaw | undefined {
  const around = text.slice(0, text.length - text.trimStart().length) + text.slice(text.trimEnd().length);
  if (around === '') return undefined;
  const code = 'token-with-blanks';
  if (!/[\r\n]/.test(around)) {
    return { severity: 'warning', code, message: `${name} has blanks around the token: they are sent along with it` };
  }
  const message = `${name} has a line break around the token: the SDKs of Python, TypeScript and Go put it into a header and fail, with the token in their error`;
  return { severity: 'error', code, message, rejectedBy: VERBATIM_TOKEN_READERS };
}
