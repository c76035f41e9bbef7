import type { CommandSyntax, Commands } from '../knowledge/sdks/command';
import type { Unit } from './lowering';
import type { Arg, CallExpr, Entry, Expr, Span } from './program';

/** One word of a command line. */
export interface Word {
  readonly value: Expr;
  /** What it says, where that is literal to its end or at least at its start (`--auth=$X`). */
  readonly text?: string;
  /** An expansion that may give several words or none, options among them. */
  readonly open?: boolean;
}

const NO_SYNTAX: CommandSyntax = { flags: [] };

/** Programs that run another one named by their first plain word. */
const WRAPPERS = new Set([
  'sudo',
  'env',
  'exec',
  'command',
  'nohup',
  'time',
  'timeout',
  'xargs',
  'builtin',
  'nice',
  'stdbuf',
]);

/** A literal word after the options, numbers and assignments of a wrapper. */
function commandAt(words: readonly Word[]): number {
  let at = 0;
  while (WRAPPERS.has(baseName(words[at]?.text ?? ''))) {
    let next = at + 1;
    while (next < words.length && /^(?:-|\d+[smhd]?$|\w+=)/.test(words[next]?.text ?? '')) next += 1;
    if (next >= words.length) return at;
    at = next;
  }
  return at;
}

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.exe$/, '');

/**
 * A command line as a call: options become named arguments (those without a value are `true`), other words positional
 * ones. `assigned` holds variables set for this command alone.
 */
export function commandCall(
  words: readonly Word[],
  span: Span,
  assigned: ReadonlyMap<string, Expr>,
  commands: Commands,
  unit: Unit,
  /** How a variable of the environment is named in this shell. */
  prefix = '$',
): CallExpr | undefined {
  const at = commandAt(words);
  const head = words[at];
  if (!head) return undefined;
  const name = head.text === undefined ? undefined : baseName(head.text);
  const syntax = (name !== undefined && Object.hasOwn(commands, name) && commands[name]) || NO_SYNTAX;
  const callee: Expr = name === undefined ? head.value : { k: 'name', span: head.value.span, name };
  const rest = words.slice(at + 1);
  const reading = new Reading(rest, syntax, unit);
  const args = [...reading.args(), ...standIns(reading, syntax, assigned, prefix, head.value.span)];
  const first = rest[0]?.value.span.start ?? span.end;
  return { k: 'call', span, callee, args, argsSpan: unit.range(first, span.end) };
}

/** What a variable says counts only where no word can hold the option itself. */
function standIns(
  reading: Reading,
  syntax: CommandSyntax,
  assigned: ReadonlyMap<string, Expr>,
  prefix: string,
  span: Span,
): Arg[] {
  if (reading.open) return [];
  return Object.entries(syntax.variables ?? {}).flatMap(([option, variable]) => {
    if (reading.given.has(option)) return [];
    return [
      {
        name: option,
        value: assigned.get(variable) ?? { k: 'name' as const, span, name: `${prefix}${variable}` },
        span,
      },
    ];
  });
}

class Reading {
  readonly given = new Set<string>();
  open = false;
  private readonly pairs = new Map<string, Entry[]>();
  private readonly found: Arg[] = [];

  constructor(
    private readonly words: readonly Word[],
    private readonly syntax: CommandSyntax,
    private readonly unit: Unit,
  ) {}

  args(): readonly Arg[] {
    let onlyWords = false;
    for (let at = 0; at < this.words.length; at += 1) {
      const word = this.words[at] as Word;
      if (word.text === '--') onlyWords = true;
      else if (!onlyWords && word.text !== undefined && /^--?[A-Za-z#\d]/.test(word.text))
        at += this.option(word, this.words[at + 1]);
      else this.plain(word);
    }
    for (const [name, entries] of this.pairs) this.found.push(this.record(name, entries));
    return this.found;
  }

  private plain(word: Word): void {
    const { value } = word;
    if (word.open) this.open = true;
    this.found.push(word.open ? { spread: 'record', value, span: value.span } : { value, span: value.span });
  }

  /** Reads one option; 1 when it took the next word for its value. */
  private option(word: Word, next: Word | undefined): number {
    const text = word.text ?? '';
    const { span } = word.value;
    const equals = text.indexOf('=');
    if (equals > 0) {
      this.add(text.slice(0, equals), afterEquals(word.value, equals + 1), span);
      return 0;
    }
    const { last, attached } = this.bundle(text, span);
    if (attached !== undefined) {
      this.add(last, afterEquals(word.value, attached), span);
      return 0;
    }
    const takes = next && !this.isFlag(last) && (next.text === undefined || !/^--?[A-Za-z]/.test(next.text));
    if (!takes) {
      this.add(last, { k: 'const', span, value: true }, span);
      return 0;
    }
    this.add(last, next.value, this.unit.range(span.start, next.value.span.end));
    return 1;
  }

  /** `-sSLX`: every letter but the last is a flag of its own; what follows a letter that takes a value is its value (`-XPOST`). */
  private bundle(text: string, span: Span): { readonly last: string; readonly attached?: number } {
    if (text.startsWith('--')) return { last: text };
    let at = 1;
    while (at < text.length - 1 && this.isFlag(text.charAt(at))) at += 1;
    const letter = text.charAt(at);
    const isWhole = at === text.length - 1;
    const takes = this.syntax.short !== undefined && Object.hasOwn(this.syntax.short, letter);
    if (text.length > 2 && at === 1 && !takes) return { last: text };
    for (const flag of text.slice(1, at)) this.add(flag, { k: 'const', span, value: true }, span);
    return isWhole || !takes ? { last: text.slice(at) } : { last: letter, attached: at + 1 };
  }

  private isFlag(option: string): boolean {
    return this.syntax.flags.includes(option.replace(/^-+/, ''));
  }

  private add(option: string, value: Expr, span: Span): void {
    const written = option.replace(/^-+/, '');
    const name = this.syntax.short?.[written] ?? written;
    this.given.add(name);
    const pair = this.syntax.pairs?.includes(name) ? pairOf(value) : undefined;
    if (!pair) {
      this.found.push({ name, value, span });
      return;
    }
    const entries = this.pairs.get(name) ?? [];
    entries.push({ ...pair, span });
    this.pairs.set(name, entries);
  }

  private record(name: string, entries: readonly Entry[]): Arg {
    const span = entries[0]?.span ?? this.unit.range(0, 0);
    return { name, value: { k: 'record', span, entries }, span };
  }
}

/** The value behind the `=`, or the letter, of one word. */
function afterEquals(value: Expr, from: number): Expr {
  if (value.k !== 'string') return value;
  const [first, ...rest] = value.parts;
  return { ...value, parts: [typeof first === 'string' ? first.slice(from) : '', ...rest] };
}

/** `Name: value` */
function pairOf(value: Expr): Omit<Entry, 'span'> | undefined {
  if (value.k !== 'string') return undefined;
  const [first, ...rest] = value.parts;
  const colon = typeof first === 'string' ? first.indexOf(':') : -1;
  if (typeof first !== 'string' || colon < 0) return undefined;
  const parts = [first.slice(colon + 1).trimStart(), ...rest];
  return { key: first.slice(0, colon).trim(), value: { ...value, parts } };
}
