import type { Comment } from '../program';
import { type DataFormat, dataFrontEnd, type Reading } from './data-program';
import { linesOf } from './lines';
import { textNode } from './nodes';

/** A code block of a document: `text` stands in it character for character from `start`. */
export interface Embedded {
  /** The first word behind the fence, lower case; empty when there is none. */
  readonly language: string;
  readonly start: number;
  readonly text: string;
}

const FENCE = /^ {0,3}(`{3,}|~{3,})[ \t]*([\w+#.-]*)/;

/** The fenced code blocks of a Markdown document. */
export function embedded(text: string): Embedded[] {
  const found: Embedded[] = [];
  let open: { mark: string; language: string; start: number } | undefined;
  for (const line of linesOf(text)) {
    const match = FENCE.exec(text.slice(line.start, Math.min(line.end, line.start + 200)));
    if (!open) {
      if (match?.[1])
        open = {
          mark: match[1],
          language: (match[2] ?? '').toLowerCase(),
          start: Math.min(text.length, line.end + breakAt(text, line.end)),
        };
    } else if (match?.[1]?.startsWith(open.mark) && text.slice(line.start, line.end).trim() === match[1]) {
      found.push({ language: open.language, start: open.start, text: text.slice(open.start, line.start) });
      open = undefined;
    }
  }
  if (open) found.push({ language: open.language, start: open.start, text: text.slice(open.start) });
  return found;
}

const breakAt = (text: string, at: number): number => (text[at] === '\r' ? 2 : 1);

/** A document: its code blocks are strings; what stands between them is prose. */
const MARKDOWN: DataFormat = {
  language: 'markdown',
  read: (text: string): Reading => ({
    stmts: [],
    strings: embedded(text).map((block) => textNode(block.text, block.start, block.start + block.text.length)),
  }),
  comments(text: string): Comment[] {
    const found: Comment[] = [];
    for (let start = text.indexOf('<!--'); start >= 0; start = text.indexOf('<!--', start + 4)) {
      const close = text.indexOf('-->', start);
      const end = close < 0 ? text.length : close;
      found.push({ span: { start, end: Math.min(end + 3, text.length) }, text: text.slice(start + 4, end).trim() });
      if (close < 0) break;
    }
    return found;
  },
};

export const markdownFrontEnd = dataFrontEnd(MARKDOWN);
