import type { Entry, RecordExpr } from '../../../source/program';
import type { TextEdit } from '../../contract';

export const isAuthorization = ({ key }: Entry): boolean => key?.toLowerCase() === 'authorization';

export function withoutEntry({ entries }: RecordExpr, entry: Entry): TextEdit {
  const at = entries.indexOf(entry);
  const next = entries[at + 1];
  const start = next ? entry.span.start : (entries[at - 1]?.span.end ?? entry.span.start);
  return { span: { start, end: next?.span.start ?? entry.span.end }, text: '' };
}
