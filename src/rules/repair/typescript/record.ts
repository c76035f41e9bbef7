import type { Entry, RecordExpr } from '../../../source/program';
import type { TextEdit } from '../../contract';
import { breakOf } from '../edits';

export const entryOf = ({ entries }: RecordExpr, ...keys: readonly string[]): Entry | undefined =>
  entries.find(({ key }) => key !== undefined && keys.includes(key.toLowerCase()));

/** Takes an entry out, with the comma that separates it from its neighbour. */
export function withoutEntry(text: string, { entries }: RecordExpr, entry: Entry): TextEdit {
  const at = entries.indexOf(entry);
  const next = entries[at + 1];
  const before = entries[at - 1];
  if (next) return { span: { start: entry.span.start, end: next.span.start }, text: '' };
  if (before) return { span: { start: before.span.end, end: entry.span.end }, text: '' };
  const comma = /^\s*,/.exec(text.slice(entry.span.end))?.[0].length ?? 0;
  return { span: { start: entry.span.start, end: entry.span.end + comma }, text: '' };
}

/** Puts an entry behind the last one, on a line of its own where that one has one. */
export function withEntry(text: string, record: RecordExpr, added: string): TextEdit {
  const last = record.entries.at(-1);
  if (!last) return { span: record.span, text: `{ ${added} }` };
  const { start, end } = last.span;
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const separator = before.trim() === '' ? `,${breakOf(text)}${before}` : ', ';
  return { span: { start: end, end }, text: separator + added };
}

/** The span of an entry, without what follows it. */
export const replaced = ({ span }: Entry, text: string): TextEdit => ({ span: { ...span }, text });
