import type { CallExpr, Program, Span } from '../../../source/program';
import { occurrences } from '../edits';
import { declarationOf } from './place';

/**
 * Whether the key's provider is still made when a client has another one. One that a function gives back is made only
 * for who calls it, and other clients that are given it have fixes of their own.
 */
export function staysMade(program: Program, maker: CallExpr | undefined, given: Span, after: string): boolean {
  if (!maker) return false;
  const { start, end } = maker.span;
  if (given.start <= start && end <= given.end) return false;
  if (/(?:\breturn|\byield|=>)\s*(?:await\s+)?$/.test(program.text.slice(Math.max(0, start - 40), start))) return false;
  const target = declarationOf(program, maker.span)?.target;
  return target?.k !== 'name' || !isOnlyGiven(after, target.name);
}

/** Whether clients are given what has a name, and nothing else names it. */
function isOnlyGiven(text: string, name: string): boolean {
  const word = name.replaceAll('$', '\\$');
  const clients = new RegExp(`\\bauthenticationDetailsProvider:\\s{0,40}${word}(?![\\w$.])`, 'g');
  const short =
    name === 'authenticationDetailsProvider' ? /\{\s{0,40}authenticationDetailsProvider\s{0,40}[,}]/g : /(?!)/g;
  const given = count(text, clients) + count(text, short);
  // The option itself may bear the name.
  const keys = name === 'authenticationDetailsProvider' ? count(text, /\bauthenticationDetailsProvider\s{0,40}:/g) : 0;
  return given > 0 && occurrences(text, name) - keys === given + 1;
}

const count = (text: string, part: RegExp): number => text.match(part)?.length ?? 0;
