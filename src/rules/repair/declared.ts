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
  spread(text, all, reached);
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
  callee !== undefined && functionOf(text, parameter) === lastOf(callee);

/** The function or class whose parameter it is. */
const functionOf = (text: string, { typeSpan }: Declared): string | undefined =>
  lastOf(calledIn(text.slice(Math.max(0, typeSpan.start - 400), typeSpan.start)));

const lastOf = (path: string | undefined): string | undefined => path?.slice(path.lastIndexOf('.') + 1);

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

/** Adds every declaration to which what is reached gets by name; what a set gains while it is walked is walked too. */
function spread(text: string, all: readonly Declared[], reached: Set<Declared>): void {
  const parameters = all.filter(({ kind }) => kind === 'parameter');
  const functions = new Map(parameters.map((one) => [one, functionOf(text, one)]));
  const asked = new Set<string>();
  for (const { name, typeSpan } of reached) {
    if (PROVIDES.test(statementBefore(text, typeSpan.start))) for (const one of parameters) reached.add(one);
    if (asked.has(name)) continue;
    asked.add(name);
    for (const { index } of text.matchAll(new RegExp(`\\b${name}\\b`, 'g'))) {
      const use = useAt(text, index);
      for (const one of all) if (takes(one, use, functions.get(one))) reached.add(one);
    }
  }
}

/** What becomes of a name where it is read. */
interface Use {
  readonly at: number;
  /** The name that is set to it. */
  readonly set?: string;
  /** It is given back, or the value of something. */
  readonly isValue: boolean;
  /** What is called with it. */
  readonly callee?: string;
}

function useAt(text: string, at: number): Use {
  const start = at - nameBefore(text, at).length;
  const before = text.slice(Math.max(0, start - 400), start);
  const bare = before
    .trimEnd()
    .replace(/\bawait$/, '')
    .trimEnd();
  return {
    at,
    set: bare.endsWith('=') ? nameSetBy(bare) : undefined,
    isValue: /(?:\breturn|=>|[?:=])$/.test(bare),
    callee: lastOf(calledIn(before)),
  };
}

/** What stands before `=` or `??=`. */
function nameSetBy(assignment: string): string | undefined {
  let end = assignment.length - 1;
  while (assignment[end - 1] === '?') end -= 1;
  return lastOf(nameBefore(assignment, assignment.slice(0, end).trimEnd().length));
}

/** Whether what is used so gets into a declaration. */
function takes({ kind, name, value }: Declared, { at, set, isValue, callee }: Use, owner?: string): boolean {
  if (set === name) return true;
  if (kind === 'parameter') return Boolean(owner) && owner === callee;
  return isValue && value.start <= at && at < value.end;
}
