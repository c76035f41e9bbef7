import { type Node, parseTree } from 'jsonc-parser';
import type { Span } from './program';

/** A piece of the joined program and where its text stands in the file. */
interface Segment {
  /** In the joined text. */
  readonly start: number;
  readonly end: number;
  /** Where each code unit of the segment stands in the file; absent when they correspond one to one. */
  readonly file: number;
  /** Where its text ends in the file. */
  readonly fileEnd: number;
  readonly offsets?: Uint32Array;
  readonly cell: number;
}

/** The code cells of a notebook as one program in order. */
export interface Notebook {
  readonly text: string;
  readonly language: string;
  /** What cells hold in another language, or write to a file. */
  readonly inner: readonly InnerText[];
  /** The place in the notebook file of a span of the joined text. */
  toFile(span: Span): Span;
  /** The edit of the file that replaces a span of the joined text. */
  edit(span: Span, text: string): { readonly span: Span; readonly text: string };
  /** The cell (counting code cells' position among all cells) and the offset in its source. */
  cellAt(offset: number): { readonly cell: number; readonly start: number } | undefined;
  /** The joined text of the cell around an offset. */
  cellAround(offset: number): Span | undefined;
}

/** The body of a cell under a magic of its own (`%%writefile config.yaml`, `%%bash`). */
export interface InnerText {
  /** A file name that says how it is read. */
  readonly name: string;
  readonly text: string;
  /** Where it begins in the joined text. */
  readonly start: number;
}

export interface Cell {
  readonly text: string;
  readonly index: number;
}

/** Magics (`%pip`, `!ls`) are no Python: their first character becomes a comment sign, so that all offsets stay. */
function maskMagics(source: string): string {
  if (/^\s*%%(?!time|capture|timeit)/.test(source)) return source.replace(/[^\n]/g, ' ');
  return source.replace(/^([ \t]*)[%!?]/gm, '$1#');
}

const WRITES = /^\s*%%(?:writefile|file)[ \t]+(?:(?:-a|--append)[ \t]+)?["']?([^\s"']+)/;
const RUNS = /^\s*%%(?:script[ \t]+)?(bash|sh|zsh|sql|javascript|js)\b/;
const EXTENSIONS: Readonly<Record<string, string>> = { javascript: 'js', bash: 'sh', zsh: 'sh' };

/** The body of a cell that is no part of the program; `start` is where the cell begins. */
function innerText(source: string, start: number): InnerText[] {
  const written = WRITES.exec(source)?.[1];
  const runs = RUNS.exec(source)?.[1];
  const from = source.indexOf('\n', source.search(/\S/)) + 1;
  if (from === 0 || (written === undefined && runs === undefined)) return [];
  const name = written?.slice(written.lastIndexOf('/') + 1) ?? `cell.${EXTENSIONS[runs ?? ''] ?? runs}`;
  return [{ name, text: source.slice(from), start: start + from }];
}

/** Joins cells that are documents of their own (an editor's notebook). */
export function joinCells(cells: readonly Cell[], language: string): Notebook {
  const segments: Segment[] = [];
  const inner: InnerText[] = [];
  let text = '';
  for (const cell of cells) {
    inner.push(...innerText(cell.text, text.length));
    // The joined text is the only file there is.
    const [start, end] = [text.length, text.length + cell.text.length];
    segments.push({ start, end, file: start, fileEnd: end, cell: cell.index });
    text += `${maskMagics(cell.text)}\n`;
  }
  return notebook({ text, language, segments, inner }, (span, replacement) => ({ span, text: replacement }));
}

/** Reads an `.ipynb` file; undefined when it is none. Outputs are never code. */
export function readNotebook(file: string): Notebook | undefined {
  const root = parseTree(file);
  const cells = root && child(root, 'cells');
  if (!root || cells?.type !== 'array') return undefined;
  const segments: Segment[] = [];
  const inner: InnerText[] = [];
  let text = '';
  for (const [index, cell] of (cells.children ?? []).entries()) {
    if (child(cell, 'cell_type')?.value !== 'code') continue;
    const pieces = sourcePieces(child(cell, 'source'));
    const written = pieces.map((piece) => piece.value as string).join('');
    const source = maskMagics(written);
    inner.push(...innerText(written, text.length));
    let at = text.length;
    for (const piece of pieces) {
      const value = piece.value as string;
      segments.push(segment(file, piece, at, value, index));
      at += value.length;
    }
    text += `${source}\n`;
  }
  const pieces = { text, language: kernelLanguage(root), segments, inner };
  return notebook(pieces, (span, replacement) => asJson(file, span, replacement));
}

function child(node: Node, key: string): Node | undefined {
  if (node.type !== 'object') return undefined;
  return node.children?.find((property) => property.children?.[0]?.value === key)?.children?.[1];
}

function kernelLanguage(root: Node): string {
  const metadata = child(root, 'metadata');
  const spec = metadata && (child(metadata, 'language_info') ?? child(metadata, 'kernelspec'));
  const named = spec && (child(spec, 'name')?.value ?? child(spec, 'language')?.value);
  return typeof named === 'string' && !/^(?:python|conda|ipython|.*py)/i.test(named) ? named.toLowerCase() : 'python';
}

function sourcePieces(source: Node | undefined): Node[] {
  if (source?.type === 'string') return [source];
  return (source?.children ?? []).filter((piece) => piece.type === 'string');
}

function segment(file: string, piece: Node, start: number, value: string, cell: number): Segment {
  const [from, to] = [piece.offset + 1, piece.offset + piece.length - 1];
  const base = { start, end: start + value.length, file: from, fileEnd: to, cell };
  if (to - from === value.length) return base;
  return { ...base, offsets: unescapedOffsets(file.slice(from, to), from, value.length) };
}

/** For each code unit of a JSON string's value: where it stands in the file. */
function unescapedOffsets(raw: string, offset: number, length: number): Uint32Array {
  const offsets = new Uint32Array(length);
  let at = 0;
  for (let unit = 0; unit < length; unit += 1) {
    offsets[unit] = offset + at;
    at += raw[at] === '\\' ? (raw[at + 1] === 'u' ? 6 : 2) : 1;
  }
  return offsets;
}

/** A string that is a line of a list: what stands before its quotation mark on its line of the file. */
const LISTED = /(?:^|\n)([ \t]*)"(?:[^"\\\n]|\\.)*$/;
const NEXT = /^",\r?\n[ \t]*"/;
const PREVIOUS = /",\r?\n[ \t]*"$/;

/** An edit inside the JSON strings of a file. Where the lines of a cell are a list, each line stays a string of its own. */
function asJson(file: string, { start, end }: Span, text: string): ReturnType<Notebook['edit']> {
  const before = file.slice(file.lastIndexOf('\n', start - 1) + 1, start);
  const indent = LISTED.exec(before)?.[1];
  if (text === '' && before.trim() === '"') return { span: wholeStrings(file, start, end), text };
  const json = (part: string): string => JSON.stringify(part).slice(1, -1);
  if (indent === undefined || !text.includes('\n')) return { span: { start, end }, text: json(text) };
  const next = `",\n${indent}"`;
  const lines = text.split(/(?<=\n)/);
  const head = before.endsWith('\\n') ? next : '';
  const tail = text.endsWith('\n') && file[end] !== '"' ? next : '';
  return { span: { start, end }, text: head + lines.map(json).join(next) + tail };
}

/** Strings of a list that are removed from their beginning to their end go with their comma. */
function wholeStrings(file: string, start: number, end: number): Span {
  const next = NEXT.exec(file.slice(end, end + 200));
  if (next) return { start, end: end + next[0].length };
  const previous = file[end] === '"' ? PREVIOUS.exec(file.slice(Math.max(0, start - 200), start)) : undefined;
  return { start: start - (previous?.[0].length ?? 0), end };
}

interface Parts {
  readonly text: string;
  readonly language: string;
  readonly segments: readonly Segment[];
  readonly inner: readonly InnerText[];
}

function notebook({ text, language, segments, inner }: Parts, inFile: Notebook['edit']): Notebook {
  const find = (offset: number): Segment | undefined => {
    let low = 0;
    let high = segments.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((segments[middle] as Segment).start <= offset) low = middle;
      else high = middle - 1;
    }
    return segments[low];
  };
  const place = (offset: number): number => {
    const found = find(offset);
    if (!found) return 0;
    const within = Math.min(offset, found.end) - found.start;
    if (!found.offsets) return found.file + within;
    return within < found.offsets.length ? (found.offsets[within] as number) : found.fileEnd;
  };
  /** Behind the code unit before an offset, however many characters of the file write it. */
  const placeBehind = (offset: number): number => {
    const found = find(offset - 1);
    return found && offset >= found.end ? found.fileEnd : place(offset);
  };
  const toFile = ({ start, end }: Span): Span => ({
    start: place(start),
    end: end > start ? placeBehind(end) : place(end),
  });
  return {
    text,
    language,
    inner,
    toFile,
    edit: (span, replacement) => inFile(toFile(span), replacement),
    cellAt: (offset) => {
      const found = find(offset);
      if (!found) return undefined;
      const first = segments.find((one) => one.cell === found.cell);
      return { cell: found.cell, start: offset - (first?.start ?? 0) };
    },
    cellAround: (offset) => {
      const own = segments.filter(({ cell }) => cell === find(offset)?.cell);
      const [first] = own;
      return first && { start: first.start, end: own.at(-1)?.end ?? first.end };
    },
  };
}
