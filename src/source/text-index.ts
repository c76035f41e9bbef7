import type { Change } from './program';

/** Texts and patterns looked for in a document while it was edited; beyond that the old ones are forgotten. */
const MAX_KEPT = 2_000;

/** Finds all places from `from` on at which a thing that begins before `to` stands, in ascending order. */
type Find = (text: string, from: number, to: number) => number[];

interface Kept {
  readonly find: Find;
  /** Whether it stands within a line; else it has exactly this length. */
  readonly length: number | 'line';
  offsets: number[];
}

/** A name right before an opening bracket. */
const CALLED = /(?<![\w$])[A-Za-z_$][\w$]*(?=\()/g;

/** Where pieces of a text stand. They are looked for once; after an edit only around it. */
export class TextIndex {
  private kept = new Map<string, Kept>();
  /** Where each name stands right before an opening bracket; of all names at once, since a search each would cost more. */
  private called: Map<string, number[]> | undefined;

  constructor(private text: string) {}

  /** Where a piece of text stands, in ascending order. */
  offsetsOf(piece: string): readonly number[] {
    return this.look(`=${piece}`, piece.length, (text, from, to) => pieces(text, piece, from, to));
  }

  /** Where words stand that match a pattern, which says nothing of line ends; `flags` besides `g`. */
  wordsLike(source: string, flags = ''): readonly number[] {
    const find: Find = (text, from, to) => words(text, new RegExp(source, `g${flags}`), from, to);
    return this.look(`~${flags}~${source}`, 'line', find);
  }

  /** Whether a word stands anywhere that matches a pattern, which says nothing of line ends. */
  has({ source, flags }: RegExp): boolean {
    return this.wordsLike(source, flags).length > 0;
  }

  /** Where a name stands right before an opening bracket, in ascending order. */
  callsOf(name: string): readonly number[] {
    this.called ??= callsIn(this.text, 0, this.text.length);
    return this.called.get(name) ?? [];
  }

  /** Line and column, both counted from 0. */
  positionOf(offset: number): { readonly row: number; readonly column: number } {
    const ends = this.offsetsOf('\n');
    const row = firstFrom(ends, offset);
    return { row, column: offset - (row === 0 ? 0 : (ends[row - 1] as number) + 1) };
  }

  update(text: string, change: Change): void {
    this.text = text;
    if (this.kept.size > MAX_KEPT) this.kept.clear();
    for (const one of this.kept.values()) one.offsets = moved(one, text, change);
    if (this.called) moveCalls(this.called, text, change);
  }

  private look(key: string, length: Kept['length'], find: Find): readonly number[] {
    let kept = this.kept.get(key);
    if (!kept) {
      kept = { find, length, offsets: find(this.text, 0, this.text.length) };
      this.kept.set(key, kept);
    }
    return kept.offsets;
  }
}

function moved({ find, length, offsets }: Kept, text: string, change: Change): number[] {
  const delta = change.text.length - change.length;
  // What began before here is not touched; what begins behind there is only shifted.
  const from = length === 'line' ? lineStart(text, change.start) : Math.max(0, change.start - length + 1);
  const until = change.start + change.text.length;
  const to = length === 'line' ? lineEnd(text, until) : until;
  const first = firstFrom(offsets, from);
  const behind = firstFrom(offsets, to - delta);
  const around = find(text, from, to);
  if (delta === 0 && around.length === 0 && first === behind) return offsets;
  return [...offsets.slice(0, first), ...around, ...offsets.slice(behind).map((offset) => offset + delta)];
}

function callsIn(text: string, from: number, to: number): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const { 0: name, index } of text.slice(from, to).matchAll(CALLED)) {
    const offsets = found.get(name);
    if (offsets) offsets.push(from + index);
    else found.set(name, [from + index]);
  }
  return found;
}

/** A name and its bracket stand on one line: only the lines of the edit are read again. */
function moveCalls(called: Map<string, number[]>, text: string, change: Change): void {
  const delta = change.text.length - change.length;
  const from = lineStart(text, change.start);
  const to = lineEnd(text, change.start + change.text.length);
  const fresh = callsIn(text, from, to);
  for (const [name, offsets] of called) {
    const last = offsets.at(-1) ?? -1;
    if (last < from) continue;
    const first = firstFrom(offsets, from);
    const behind = firstFrom(offsets, to - delta);
    if (delta === 0 && first === behind) continue;
    called.set(name, [...offsets.slice(0, first), ...offsets.slice(behind).map((offset) => offset + delta)]);
  }
  for (const [name, added] of fresh)
    called.set(
      name,
      [...(called.get(name) ?? []), ...added].sort((a, b) => a - b),
    );
}

function pieces(text: string, piece: string, from: number, to: number): number[] {
  const found: number[] = [];
  if (piece === '') return found;
  // A window, lest a search for what no longer follows runs to the end of the text.
  const within = to < text.length ? text.slice(0, to + piece.length - 1) : text;
  for (let at = within.indexOf(piece, from); at >= 0; at = within.indexOf(piece, at + 1)) found.push(at);
  return found;
}

function words(text: string, pattern: RegExp, from: number, to: number): number[] {
  const found: number[] = [];
  for (const match of text.slice(from, to).matchAll(pattern)) found.push(from + match.index);
  return found;
}

const lineStart = (text: string, at: number): number => (at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1);

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** The index of the first number in a sorted list that is not below another. */
function firstFrom(sorted: readonly number[], least: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
