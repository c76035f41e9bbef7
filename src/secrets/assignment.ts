import type { Span, StringExpr } from '../source/program';
import { placeOf } from './private-keys';

/** A variable with its value in one literal, as an environment lists them: compose, `docker run -e`, `exec.Cmd`. */
export interface Assignment {
  readonly name: string;
  readonly text: string;
  /** Of the value, where the source writes it as it is; else of the literal. */
  readonly span: Span;
}

/** Names of variables are upper case; what else has an equals sign is a query, a setting or a sentence. */
const ASSIGNMENT = /^([A-Z][A-Z0-9_]{0,80})=(\S.*)$/s;

export function assignmentIn(source: string, { parts, span }: StringExpr): Assignment | undefined {
  const [only, more] = parts;
  const [, name, text] = (typeof only === 'string' && more === undefined && ASSIGNMENT.exec(only)) || [];
  if (name === undefined || text === undefined) return undefined;
  const start = placeOf(source, span, text);
  const isWritten = source.startsWith(text, start);
  return { name, text, span: isWritten ? { start, end: start + text.length } : span };
}
