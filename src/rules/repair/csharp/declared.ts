import type { Span } from '../../../source/program';
import type { TextEdit } from '../../contract';

interface Declared {
  readonly typeSpan: Span;
  readonly name: string;
  /** Its initialiser, or what its body can give back; empty for parameters. */
  readonly value: Span;
  readonly kind: 'variable' | 'member' | 'parameter';
}

/**
 * The edits that make room for a provider that is no more than `wide`: every variable, property, function and parameter
 * of a narrow type to which it gets by name. Undefined where a type is left that it does not fit.
 */
export function widened(text: string, maker: Span, narrow: readonly string[], wide: string): TextEdit[] | undefined {
  const all = declarationsOf(text, narrow);
  const reached = new Set(all.filter((one) => holds(text, one, maker)));
  for (let size = -1; size !== reached.size; ) {
    size = reached.size;
    for (const one of all) {
      if (!reached.has(one) && [...reached].some(({ name }) => gets(text, one, name))) reached.add(one);
    }
  }
  const names = [...reached].map(({ name }) => name).join('|');
  if (names && new RegExp(`\\b(?:${names})(?:\\([^()]*\\))?\\.(?:TenantId|UserId|Fingerprint)\\b`).test(text))
    return undefined;
  const edits = [...reached].map(({ typeSpan }) => ({ span: typeSpan, text: wide }));
  // Inside a generic type nobody can tell what gets there.
  const isGeneric = new RegExp(`<(?:${narrow.join('|')})\\b`);
  const rest = [...text.matchAll(new RegExp(isGeneric, 'g'))].some(
    ({ index }) => !reached.size || ![...reached].some(({ typeSpan }) => typeSpan.start === index + 1),
  );
  return rest ? undefined : edits;
}

function declarationsOf(text: string, narrow: readonly string[]): Declared[] {
  const written = new RegExp(
    `(?<!\\b(?:is|as|new|case) )\\b(?:${narrow.join('|')})\\b(?=\\??>?\\??[ \\t]+@?([A-Za-z_]\\w*)\\s*(=>|[=;{(,)]))`,
    'g',
  );
  return [...text.matchAll(written)].map((match) => {
    const [type, name = '', next = ''] = match;
    const typeSpan = { start: match.index, end: match.index + type.length };
    const kind = /^(?:=|;)$/.test(next) ? 'variable' : /^[,)]$/.test(next) ? 'parameter' : 'member';
    const from = text.indexOf(name, typeSpan.end) + name.length;
    const end = kind === 'parameter' ? from : endOf(text, from);
    return { typeSpan, name, kind, value: { start: from, end } };
  });
}

/** The end of a declaration: behind its semicolon, or its body and what that is followed by. */
function endOf(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const char = text[at];
    if (char === '{' || char === '(') depth += 1;
    else if (char === '}' || char === ')') depth -= 1;
    if (depth < 0) return at;
    if (depth > 0) continue;
    if (char === ';') return at + 1;
    if (char === '}' && !/^\s*[=;]/.test(text.slice(at + 1, at + 40))) return at + 1;
  }
  return text.length;
}

/** Whether the provider is made as the value of a declaration, or assigned to it. */
function holds(text: string, declared: Declared, maker: Span): boolean {
  const before = text.slice(Math.max(0, maker.start - 200), maker.start);
  if (new RegExp(`\\b${declared.name}\\s*\\??\\??=\\s*$`).test(before)) return true;
  const isInside = declared.value.start <= maker.start && maker.end <= declared.value.end;
  if (!isInside) return false;
  return declared.kind === 'variable' || /(?:\breturn|=>|[?:=])\s*$/.test(before);
}

/** Whether what goes by a name gets into a declaration. */
function gets(text: string, { name, kind, value, typeSpan }: Declared, from: string): boolean {
  const given = `(?:await\\s+)?(?:\\w+\\.)*${from}\\b`;
  if (new RegExp(`\\b${name}\\s*\\??\\??=\\s*${given}`).test(text)) return true;
  if (kind !== 'parameter')
    return new RegExp(`(?:\\breturn|=>|[?:=])\\s*${given}`).test(text.slice(value.start, value.end));
  const head = text.slice(Math.max(0, typeSpan.start - 400), typeSpan.start);
  const callee = /(\w+)\s*\([^()]*$/.exec(head)?.[1];
  return callee !== undefined && new RegExp(`\\b${callee}\\s*\\([^()]*\\b${from}\\b`).test(text);
}
