import type { Entry, Span, Stmt } from '../program';
import { type DataFormat, dataFrontEnd, exported, type Reading } from './data-program';
import { hashComments } from './dotenv';
import { type Line, linesOf, trimmed } from './lines';
import { entryNode, recordNode, textNode } from './nodes';

interface Section {
  readonly name: string;
  readonly span: Span;
  readonly entries: Entry[];
}

/** INI as OCI configs are written: sections of `key = value`, comments on lines of their own, nothing escaped. */
const INI: DataFormat = {
  language: 'ini',
  read(text: string): Reading {
    const sections: Section[] = [{ name: '', span: { start: 0, end: 0 }, entries: [] }];
    for (const line of linesOf(text)) {
      const stretch = trimmed(text, line.start, line.end);
      const first = text[stretch.start];
      if (stretch.start === stretch.end || first === '#' || first === ';') continue;
      if (first === '[') {
        const close = text.indexOf(']', stretch.start);
        const end = close < 0 || close > stretch.end ? stretch.end : close;
        const span = { start: stretch.start, end: Math.min(end + 1, stretch.end) };
        sections.push({ name: text.slice(stretch.start + 1, end).trim(), span, entries: [] });
      } else {
        const entry = keyValue(text, stretch);
        if (entry) sections.at(-1)?.entries.push(entry);
      }
    }
    return { stmts: sections.flatMap(statement) };
  },
  comments: hashComments,
};

export const iniFrontEnd = dataFrontEnd(INI);

function keyValue(text: string, { start, end }: Line): Entry | undefined {
  const sign = text.slice(start, end).search(/[=:]/);
  if (sign <= 0) return undefined;
  const key = trimmed(text, start, start + sign);
  const value = trimmed(text, start + sign + 1, end);
  return entryNode(
    text.slice(key.start, key.end),
    key,
    textNode(text.slice(value.start, value.end), value.start, value.end),
  );
}

function statement(section: Section): Stmt[] {
  if (section.name === '' && section.entries.length === 0) return [];
  const { start } = section.span;
  const end = section.entries.at(-1)?.span.end ?? section.span.end;
  const record = recordNode(section.entries, start, end);
  return [exported(section.name ? recordNode([entryNode(section.name, section.span, record)], start, end) : record)];
}
