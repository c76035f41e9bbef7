import { type PolicyStatement, parsePolicyDocument } from '../knowledge/policy';
import type { Program, Span } from '../source/program';

export interface StandingStatement {
  readonly statement: PolicyStatement;
  /** The place in the document of a span of the statement. */
  place(span: Span): Span;
}

const MENTIONS = /\b(?:allow|endorse|admit|deny)\b/i;

/** What a program fills in is one word of the same length, so that every offset stays. */
const masked = (raw: string): string =>
  raw.replace(/\$\{[^{}\n]*\}|\{[\w.]*\}/g, (hole) =>
    `\${${'x'.repeat(Math.max(0, hole.length - 3))}}`.slice(0, hole.length),
  );

/** IAM policy statements that stand in the strings of a document, or are the document. */
export function statementsIn(program: Program): readonly StandingStatement[] {
  // Prose and markup speak of statements; only documents and code that deploy hold them.
  if (program.language === 'foreign' || !program.index.has(MENTIONS)) return [];
  const found: StandingStatement[] = [];
  const seen = new Set<number>();
  for (const string of program.strings()) {
    const raw = program.text.slice(string.span.start, string.span.end);
    if (!MENTIONS.test(raw)) continue;
    for (const { statement, offset } of parsePolicyDocument(masked(raw))) {
      const base = string.span.start + offset;
      // A block and a string in it are read once.
      if (seen.has(base)) continue;
      seen.add(base);
      found.push({ statement, place: ({ start, end }) => ({ start: base + start, end: base + end }) });
    }
  }
  return found;
}
