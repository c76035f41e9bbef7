import type { Allowed, SuppressionFact } from '../rules/contract';
import type { Comment, Program, Span } from '../source/program';
import { Lines } from './lines';

/** `principled: allow <rule>[, <rule>] -- reason`, in a comment on the line of the finding or on the line above. */
export interface Suppression {
  readonly rules: readonly string[];
  /** The rules as they are written. */
  readonly list: string;
  readonly reason: string;
  readonly span: Span;
  /** Lines, counted from 0, that it covers. */
  readonly from: number;
  readonly to: number;
}

const OPENING = /^\s*principled:\s*allow\s+/;
const ID = /^[a-z][a-z0-9-]*$/;

export function suppressionsOf(program: Program): readonly Suppression[] {
  if (!program.text.includes('principled:')) return [];
  const lines = new Lines(program.text);
  return program.comments().flatMap((comment) => parse(comment, lines));
}

function parse(comment: Comment, lines: Lines): Suppression[] {
  const opening = OPENING.exec(comment.text);
  if (!opening) return [];
  const rest = comment.text.slice(opening[0].length).trim();
  const dashes = rest.search(/\s--/);
  const list = (dashes < 0 ? rest : rest.slice(0, dashes)).trim();
  const rules = list.split(',').map((rule) => rule.trim());
  if (!rules.every((rule) => ID.test(rule))) return [];
  const reason = dashes < 0 ? '' : rest.slice(dashes + 3).trim();
  const line = lines.at(comment.span.start);
  // A comment alone on its line speaks of the next one; behind code it speaks of its own.
  const alone = lines.before(comment.span.start).trim() === '';
  return [{ rules, list, reason, span: comment.span, from: line, to: alone ? line + 1 : line }];
}

export interface Place {
  readonly rule: string;
  readonly span: Span;
}

export function suppressed({ rule, span }: Place, suppressions: readonly Suppression[], lines: Lines): boolean {
  return suppressions.some((one) => covers(one, rule, lines.at(span.start)));
}

const covers = (one: Suppression, rule: string, line: number): boolean =>
  one.rules.includes(rule) && line >= one.from && line <= one.to;

/** What became of each suppression; `judged` says whether this lint could have found a rule that exists. */
export function factsOf(
  suppressions: readonly Suppression[],
  found: readonly Place[],
  lines: Lines,
  judged: (rule: string) => boolean | undefined,
): readonly SuppressionFact[] {
  const state = (one: Suppression, rule: string): Allowed['state'] => {
    if (found.some((place) => place.rule === rule && covers(one, rule, lines.at(place.span.start)))) return 'used';
    const can = judged(rule);
    if (can === undefined) return 'unknown';
    return can ? 'unused' : 'unjudged';
  };
  return suppressions.map((one) => ({
    span: one.span,
    list: one.list,
    reason: one.reason,
    allowed: one.rules.map((rule) => ({ rule, state: state(one, rule) })),
  }));
}
