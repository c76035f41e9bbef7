import type { Comment, Program, Span } from '../source/program';

/** `principled: allow <rule>[, <rule>] -- reason`, in a comment on the line of the finding or on the line above. */
export interface Suppression {
  readonly rules: readonly string[];
  readonly reason: string;
  readonly span: Span;
  /** Lines, counted from 0, that it covers. */
  readonly from: number;
  readonly to: number;
}

const SYNTAX = /^\s*principled:\s*allow\s+([a-z][a-z0-9-]*(?:\s*,\s*[a-z][a-z0-9-]*)*)\s*(?:--\s*(.*))?$/;

export function suppressionsOf(program: Program): readonly Suppression[] {
  if (!program.text.includes('principled:')) return [];
  const lines = new Lines(program.text);
  return program.comments().flatMap((comment) => parse(comment, lines));
}

function parse(comment: Comment, lines: Lines): Suppression[] {
  const match = SYNTAX.exec(comment.text);
  if (!match?.[1]) return [];
  const line = lines.at(comment.span.start);
  // A comment alone on its line speaks of the next one; behind code it speaks of its own.
  const alone = lines.before(comment.span.start).trim() === '';
  const rules = match[1].split(',').map((rule) => rule.trim());
  return [{ rules, reason: match[2]?.trim() ?? '', span: comment.span, from: line, to: alone ? line + 1 : line }];
}

/** Line numbers of offsets. */
export class Lines {
  private readonly starts: number[] = [0];

  constructor(private readonly text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1);
  }

  at(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  startOf(line: number): number {
    return this.starts[line] ?? this.text.length;
  }

  /** The text of the line before an offset. */
  before(offset: number): string {
    return this.text.slice(this.startOf(this.at(offset)), offset);
  }
}

export function suppressed(rule: string, span: Span, suppressions: readonly Suppression[], lines: Lines): boolean {
  const line = lines.at(span.start);
  return suppressions.some((one) => one.rules.includes(rule) && line >= one.from && line <= one.to);
}
