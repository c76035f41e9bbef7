import type { Entry } from '../program';
import { type DataFormat, dataFrontEnd, exported, type Reading } from './data-program';
import { hashComments } from './dotenv';
import { linesOf, trimmed } from './lines';
import { entryNode, recordNode, textNode } from './nodes';

/** Java properties: `=`, `:` or a blank ends the key; a backslash at the end of a line continues it. */
const PROPERTIES: DataFormat = {
  language: 'properties',
  read(text: string): Reading {
    const entries: Entry[] = [];
    for (const { start, end } of logicalLines(text)) {
      const raw = text.slice(start, end);
      if (raw === '' || raw[0] === '#' || raw[0] === '!') continue;
      const keyLength = keyEnd(raw);
      const gap = /^[ \t\f]*[=:]?[ \t\f]*/.exec(raw.slice(keyLength))?.[0].length ?? 0;
      const at = start + keyLength + gap;
      const value = textNode(decoded(text.slice(at, end)), at, end);
      entries.push(entryNode(decoded(raw.slice(0, keyLength)), { start, end: start + keyLength }, value));
    }
    return { stmts: entries.length > 0 ? [exported(recordNode(entries, 0, text.length))] : [] };
  },
  comments: hashComments,
};

export const propertiesFrontEnd = dataFrontEnd(PROPERTIES);

function* logicalLines(text: string): Iterable<{ start: number; end: number }> {
  let from: number | undefined;
  for (const line of linesOf(text)) {
    const start: number = from ?? line.start;
    from = undefined;
    if (continues(text, line.start, line.end) && !/^[ \t\f]*[#!]/.test(text.slice(line.start, line.start + 80)))
      from = start;
    else yield { start: trimmed(text, start, line.end).start, end: line.end };
  }
  if (from !== undefined) yield { start: from, end: text.length };
}

function continues(text: string, start: number, end: number): boolean {
  let slashes = 0;
  while (end - 1 - slashes >= start && text[end - 1 - slashes] === '\\') slashes += 1;
  return slashes % 2 === 1;
}

function keyEnd(raw: string): number {
  for (let at = 0; at < raw.length; at += 1) {
    if (raw[at] === '\\') at += 1;
    else if (/[=: \t\f]/.test(raw[at] as string)) return at;
  }
  return raw.length;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f' };

const decoded = (raw: string): string =>
  raw
    .replace(/\\\r?\n[ \t\f]*/g, '')
    .replace(/\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g, (_whole, code: string | undefined, char: string | undefined) =>
      code ? String.fromCharCode(Number.parseInt(code, 16)) : (ESCAPES[char ?? ''] ?? char ?? ''),
    );
