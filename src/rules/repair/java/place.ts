import type { Span } from '../../../source/program';

/** `Type name = ` before a value. */
export interface Declaration {
  readonly start: number;
  readonly type: string;
  readonly typeSpan: Span;
  readonly name: string;
  /** A variable of a method, as far as its modifiers tell. */
  readonly isLocal: boolean;
}

const MODIFIERS = new Set(['public', 'protected', 'private', 'static', 'final', 'volatile', 'transient']);

/** The declaration of a variable or field whose value begins with a span. */
export function declarationOf(text: string, { start }: Span): Declaration | undefined {
  const before = text.slice(Math.max(0, start - 400), start);
  const head = before.slice(Math.max(...[...';{}('].map((mark) => before.lastIndexOf(mark))) + 1);
  if (!head.trimEnd().endsWith('=')) return undefined;
  const words = [...head.slice(0, head.lastIndexOf('=')).matchAll(/\S+/g)];
  const [type, name] = words.slice(-2);
  const modifiers = words.slice(0, -2).map(([word]) => word);
  if (!type || !name || !/^[\w.]+$/.test(type[0]) || !modifiers.every((word) => MODIFIERS.has(word))) return undefined;
  const from = start - head.length;
  const at = from + type.index;
  return {
    start: from + (words[0]?.index ?? 0),
    type: type[0],
    typeSpan: { start: at, end: at + type[0].length },
    name: name[0],
    isLocal: modifiers.every((word) => word === 'final'),
  };
}

/** Whether a place stands in a `try` that catches an `IOException`, which nothing may throw there any more. */
export function catchesIo(text: string, { start }: Span): boolean {
  let depth = 0;
  for (let at = start - 1; at >= 0; at -= 1) {
    const char = text[at];
    if (char === '}' || char === ')') depth += 1;
    if (char !== '{' && char !== '(') continue;
    if (depth > 0) depth -= 1;
    else if (isTry(text.slice(Math.max(0, at - 600), at)) && catches(text, at)) return true;
  }
  return false;
}

/** `try` or `try (…)` at the end of a text. */
function isTry(before: string): boolean {
  const head = before.trimEnd();
  if (!head.endsWith(')')) return /\btry$/.test(head);
  let depth = 0;
  for (let at = head.length - 1; at >= 0; at -= 1) {
    if (head[at] === ')') depth += 1;
    else if (head[at] === '(' && --depth === 0) return /\btry$/.test(head.slice(0, at).trimEnd());
  }
  return false;
}

function catches(text: string, open: number): boolean {
  const block = text[open] === '(' ? text.indexOf('{', endOf(text, open)) : open;
  return (
    block >= 0 && /^\s*catch\s*\([^)]*\bIOException\b/.test(text.slice(endOf(text, block), endOf(text, block) + 400))
  );
}

/** Behind the bracket that closes one. */
function endOf(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    const char = text[at];
    if (char === '{' || char === '(') depth += 1;
    else if (char === '}' || char === ')') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return text.length;
}
