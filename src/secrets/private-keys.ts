import { HOLE } from '../knowledge/host';
import type { Program, Span, StringExpr } from '../source/program';
import { endsKey, opensKey, type Pem, pemKeys, pemKeysInSource, wrappedKey } from './pem';
import { Secret } from './secret';

/** A key split over more literals than this is no key. */
const MOST_PIECES = 300;

const textOf = (expr: StringExpr): string =>
  expr.parts.map((part) => (typeof part === 'string' ? part : HOLE)).join('');

/** Every private key of a program: in one literal, in a run of literals, base64-wrapped, or in text nobody parses. */
export function privateKeys(program: Program, confidence: Secret['confidence']): Secret[] {
  const found: Secret[] = [];
  const taken: Span[] = [];
  const add = (pem: Pem, span: Span, start: number): void => {
    if (taken.some((one) => one.start <= start && start < one.end)) return;
    taken.push({ start: Math.min(start, span.start), end: Math.max(span.end, start + 1) });
    const facts = { kind: 'private-key', confidence, oci: pem.labelled, labelled: pem.labelled } as const;
    found.push(new Secret({ ...facts, span: { start, end: Math.max(span.end, start + 1) } }, pem.text));
  };
  const strings = [...program.strings()].sort((a, b) => a.span.start - b.span.start);
  for (const [at, expr] of strings.entries()) {
    const text = textOf(expr);
    for (const pem of pemKeys(text))
      add(pem, keySpan(program.text, expr.span, pem), placeOf(program.text, expr.span, pem.text));
    const wrapped = wrappedKey(text);
    if (wrapped) add(wrapped, expr.span, expr.span.start);
    else if (opensKey(text)) {
      const joined = joinedFrom(strings, at);
      const [pem] = joined ? pemKeys(joined.text) : [];
      if (joined && pem)
        add(pem, { start: expr.span.start, end: joined.end }, placeOf(program.text, expr.span, pem.text));
    }
  }
  for (const pem of pemKeysInSource(program.text)) add(pem, { start: pem.start, end: pem.end }, pem.start);
  return found;
}

/** The text of the literals from one that opens a key to the one that ends it. */
function joinedFrom(strings: readonly StringExpr[], from: number): { text: string; end: number } | undefined {
  let text = '';
  for (const expr of strings.slice(from, from + MOST_PIECES)) {
    text += `${textOf(expr)}\n`;
    if (endsKey(textOf(expr))) return { text, end: expr.span.end };
  }
  return undefined;
}

/** Where a decoded piece begins in the source of its literal, as far as the source shows it undecoded. */
export function placeOf(source: string, span: Span, piece: string): number {
  const needle = piece.slice(0, 24).split('\n')[0] ?? '';
  const at = needle === '' ? -1 : source.slice(span.start, span.end).indexOf(needle);
  return at < 0 ? span.start : span.start + at;
}

function keySpan(source: string, span: Span, pem: Pem): Span {
  const start = placeOf(source, span, pem.text);
  const footer = source.slice(start, span.end).indexOf('PRIVATE KEY-----', 24);
  return { start, end: footer < 0 ? span.end : start + footer + 'PRIVATE KEY-----'.length };
}
