import type { Span } from '../../source/program';

interface Declared {
  readonly typeSpan: Span;
  readonly name: string;
  /** Its initialiser, or what its body can give back; empty for parameters. */
  readonly value: Span;
  readonly kind: 'variable' | 'member' | 'parameter';
  /** `var`: its type is that of its value. */
  readonly isInferred: boolean;
}

/** What reads of a provider only those of a user tell, in the words of the language. */
export interface Narrow {
  readonly types: readonly string[];
  readonly getters: RegExp;
}

/** The types of every variable, property, function and parameter of a narrow type to which a provider gets by name. */
export function reachedBy(text: string, makers: readonly Span[], { types, getters }: Narrow): Span[] | undefined {
  const all = declarationsOf(text, types);
  const reached = new Set(all.filter((one) => makers.some((maker) => holds(text, one, maker))));
  for (let size = -1; size !== reached.size; ) {
    size = reached.size;
    const isProvided = [...reached].some(({ typeSpan }) => PROVIDES.test(statementBefore(text, typeSpan.start)));
    for (const one of all) {
      const isInjected = isProvided && one.kind === 'parameter';
      if (isInjected || [...reached].some(({ name }) => gets(text, one, name))) reached.add(one);
    }
  }
  const names = [...reached].map(({ name }) => name).join('|');
  if (names && new RegExp(`\\b(?:${names})(?:\\([^()]*\\))?[?!]?\\s{0,40}\\.(?:${getters.source})`).test(text))
    return undefined;
  const spans = [...reached].flatMap(({ typeSpan, isInferred }) => (isInferred ? [] : typeSpan));
  // Within a value nobody can tell what a type argument stands for.
  const isLeft = [...text.matchAll(new RegExp(`<(?:${types.join('|')})\\b`, 'g'))].some(
    ({ index }) =>
      !spans.some(({ start }) => start === index + 1) &&
      [...reached].some(({ value }) => value.start < index && index < value.end),
  );
  return isLeft ? undefined : spans;
}

/** What a method gives that is annotated so gets to parameters by its type. */
const PROVIDES = /@(?:Bean|Produces|Provides)\b/;

function statementBefore(text: string, end: number): string {
  const before = text.slice(Math.max(0, end - 200), end);
  return before.slice(Math.max(...[';', '{', '}'].map((mark) => before.lastIndexOf(mark))) + 1);
}

const INFERRED = 'var';

function declarationsOf(text: string, narrow: readonly string[]): Declared[] {
  const written = new RegExp(
    `(?<!\\b(?:is|as|new|case) )\\b(?:${[...narrow, INFERRED].join('|')})\\b(?=\\??>?\\??[ \\t]+@?([A-Za-z_]\\w*)\\s*(=>|[=;{(,)]))`,
    'g',
  );
  return [...text.matchAll(written)].map((match) => {
    const [type, name = '', next = ''] = match;
    const typeSpan = { start: match.index, end: match.index + type.length };
    const kind = /^(?:=|;)$/.test(next) ? 'variable' : /^[,)]$/.test(next) ? 'parameter' : 'member';
    const from = text.indexOf(name, typeSpan.end) + name.length;
    const end = kind === 'parameter' ? from : endOf(text, from);
    return { typeSpan, name, kind, value: { start: from, end }, isInferred: type === INFERRED };
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
  if (declared.kind === 'parameter') return isGiven(text, declared, calledIn(before));
  const isInside = declared.value.start <= maker.start && maker.end <= declared.value.end;
  if (!isInside) return false;
  return (declared.kind === 'variable' && !declared.isInferred) || /(?:\breturn|=>|[?:=])\s*$/.test(before);
}

const isGiven = (text: string, parameter: Declared, callee: string | undefined): boolean =>
  callee !== undefined && functionOf(text, parameter) === callee.slice(callee.lastIndexOf('.') + 1);

/** The function or class whose parameter it is. */
const functionOf = (text: string, { typeSpan }: Declared): string | undefined => {
  const path = calledIn(text.slice(Math.max(0, typeSpan.start - 400), typeSpan.start));
  return path?.slice(path.lastIndexOf('.') + 1);
};

/** What is called or declared where a text ends between its brackets. */
function calledIn(before: string): string | undefined {
  const open = before.lastIndexOf('(');
  return open > before.lastIndexOf(')') ? nameBefore(before, before.slice(0, open).trimEnd().length) : undefined;
}

/** The name, with dots, that ends at a place. */
export function nameBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && /[\w.]/.test(text.charAt(start - 1))) start -= 1;
  return text.slice(start, end);
}

/** Whether what goes by a name gets into a declaration. */
function gets(text: string, declared: Declared, from: string): boolean {
  const { name, kind, value } = declared;
  const given = `(?:await\\s+)?(?:\\w+\\.){0,4}${from}\\b`;
  if (new RegExp(`\\b${name}\\s*\\??\\??=\\s*${given}`).test(text)) return true;
  if (kind !== 'parameter')
    return new RegExp(`(?:\\breturn|=>|[?:=])\\s*${given}`).test(text.slice(value.start, value.end));
  const callee = functionOf(text, declared);
  return callee !== undefined && new RegExp(`\\b${callee}\\s*\\([^()]*\\b${from}\\b`).test(text);
}
