import { visitBlock } from '../../../flow/scopes';
import { STANDARD_LIBRARY } from '../../../knowledge/sdks/python-writing';
import type { ImportName, ImportStmt, Program, Span, Stmt } from '../../../source/program';
import type { TextEdit } from '../../contract';
import { breakOf, lineStart, occurrences } from '../edits';

/** Where in a file a repair works. */
export interface Where {
  /** The part that gains what is needed: the cell of a notebook; else the whole file. */
  readonly within?: Span;
  /** The place that needs it: imports of the functions around it count. */
  readonly site?: Span;
}

/** Where new imports and small functions go in a Python module, and how it writes them. */
export class PythonModule {
  private readonly lines = new Set<string>();
  private readonly functions: string[] = [];
  private readonly within: Span;
  /** The file prefers single quotes. */
  private isSingle?: boolean;

  constructor(
    readonly program: Program,
    private readonly where: Where = {},
  ) {
    this.within = where.within ?? { start: 0, end: program.text.length };
  }

  private get stmts(): readonly Stmt[] {
    return this.program.module.block().stmts;
  }

  /** The local name of a module, imported if it is not yet; at the place that needs it, imports of its functions count. */
  module(name: string, atSite = false): string {
    const found = this.found((one) => one.name === undefined && one.module === name, atSite);
    if (found === undefined) this.lines.add(`import ${name}`);
    return found ?? name;
  }

  /** The local name of something in a module, imported if it is not yet. */
  from(module: string, name: string): string {
    const found = this.found((one) => one.module === module && one.name === name);
    if (found === undefined) this.lines.add(`from ${module} import ${name}`);
    return found ?? name;
  }

  /** A function of this name that `mine` recognises, added by `write` where it is missing; gives its name. */
  own(name: string, mine: string, write: (name: string) => string): string {
    const { text } = this.program;
    const there = this.stmts.find((stmt) => stmt.k === 'function' && stmt.def.name === name);
    if (there && text.slice(there.span.start, there.span.end).includes(mine)) return name;
    if (occurrences(text, name) > 0 && !name.startsWith(OTHER)) return this.own(OTHER + name, mine, write);
    const body = this.quoted(write(name));
    if (!this.functions.includes(body)) this.functions.push(body);
    return name;
  }

  /** Text written with double quotes as the file writes them. */
  quoted(text: string): string {
    this.isSingle ??= count(this.program.text, "'") > count(this.program.text, '"');
    if (!this.isSingle) return text;
    return text.replace(/"""|"/g, (mark) => (mark === '"' ? "'" : mark));
  }

  private found(matches: (name: ImportName) => boolean, atSite = false): string | undefined {
    // Cells run one after the other: what a later one imports is not there yet.
    const until = this.where.within && this.where.site ? this.where.site.start : this.program.text.length;
    const all = this.stmts.flatMap((stmt) => (stmt.k === 'import' && stmt.span.start < until ? stmt.names : []));
    return [...all, ...(atSite ? this.importsAround() : [])].find((one) => one.local !== undefined && matches(one))
      ?.local;
  }

  private importsAround(): readonly ImportName[] {
    const { site } = this.where;
    const inner: ImportName[] = [];
    if (!site) return inner;
    visitBlock(this.program.module.block(), {
      expr: () => {},
      stmt: (stmt) => {
        if (stmt.k === 'import' && stmt.span.end <= site.start) inner.push(...stmt.names);
      },
      enter: (def) => def.span.start <= site.start && site.end <= def.span.end,
      matters: (stmt) => stmt.k === 'import' || (stmt.span.start <= site.start && site.end <= stmt.span.end),
    });
    return inner;
  }

  /** The imports at the head, those under `try` and `if` included. */
  private head(): readonly Stmt[] {
    const inside = this.stmts.filter(({ span }) => span.start >= this.within.start && span.start < this.within.end);
    const other = inside.findIndex((stmt) => stmt.k !== 'import' && !isGuardedImport(stmt));
    return other < 0 ? inside : inside.slice(0, other);
  }

  /** The edits for what was asked for; what goes to one place is one edit. */
  edits(): TextEdit[] {
    const eol = breakOf(this.program.text);
    const standard = [...this.lines].filter((line) => STANDARD_LIBRARY.has(moduleOf(line)));
    const packages = grouped([...this.lines].filter((line) => !standard.includes(line)));
    const head = this.head().filter((stmt) => !isFuture(stmt));
    const [first] = head;
    const edits: TextEdit[] = [];
    if (standard.length > 0 && first) edits.push(...this.standardEdits(standard, head));
    const behind = [...(first ? [] : standard), ...(!first && standard.length > 0 && packages.length > 0 ? [''] : [])];
    const text = this.behindHead([...behind, ...packages], eol);
    return text ? joined([...edits, text]) : edits;
  }

  /** Among the imports of the standard library where they stand alphabetically, else above all others. */
  private standardEdits(lines: readonly string[], head: readonly Stmt[]): TextEdit[] {
    const { text } = this.program;
    const eol = breakOf(text);
    const known = head.filter((stmt) => stmt.k === 'import' && stmt.names.every(({ module }) => isStandard(module)));
    const at = (stmt: Stmt): number => lineStart(text, stmt.span.start);
    const places = new Map<number, string>();
    for (const line of [...lines].sort()) {
      const isBefore = ({ span }: Stmt): boolean => line.startsWith('from ') || text.slice(span.start, span.end) < line;
      const before = known.filter((stmt) => isPlain(stmt, text) && isBefore(stmt));
      const last = before.at(-1);
      const place = last ? lineEnd(text, last.span.end) : at((known[0] ?? head[0]) as Stmt);
      places.set(place, (places.get(place) ?? '') + line + eol);
    }
    const gap = known.length > 0 ? '' : eol;
    return [...places].map(([place, added]) => ({ span: { start: place, end: place }, text: added + gap }));
  }

  private behindHead(lines: readonly string[], eol: string): TextEdit | undefined {
    if (lines.length === 0 && this.functions.length === 0) return undefined;
    const { text } = this.program;
    const { start, end } = this.within;
    const last = this.head().at(-1);
    const behind = last ? lineEnd(text, last.span.end) : start + headEnd(text.slice(start, end));
    const at = Math.min(behind, end);
    const rest = text.slice(at, end);
    let added = lines.map((line) => line + eol).join('');
    if (last && isAlone(last) && lines.length > 0) added = eol + added;
    if (this.functions.length > 0) {
      const alone = at === start && lines.length === 0;
      added += `${alone ? '' : eol + eol}${this.functions.join('\n\n\n').replaceAll('\n', eol)}${eol}`;
      const blank = /^(?:[ \t]*\r?\n)*/.exec(rest)?.[0].split('\n').length ?? 1;
      added += eol.repeat(Math.max(0, 3 - blank));
    } else if (!last && rest !== '' && !/^\r?\n/.test(rest)) added += eol;
    if (at > start && text[at - 1] !== '\n') added = eol + added;
    // A cell ends without a line break.
    if (this.where.within && at === end) added = added.trimEnd();
    return { span: { start: at, end: at }, text: added };
  }
}

/** What goes to one place is one edit, in this order. */
function joined(edits: readonly TextEdit[]): TextEdit[] {
  const found = new Map<number, TextEdit>();
  for (const edit of edits) {
    const { start } = edit.span;
    found.set(start, { ...edit, text: (found.get(start)?.text ?? '') + edit.text });
  }
  return [...found.values()];
}

/** Before a name that the file gives to something else. */
const OTHER = 'principal_';

const isStandard = (module: string): boolean => STANDARD_LIBRARY.has(module.split('.')[0] ?? module);
const isFuture = (stmt: Stmt): boolean =>
  stmt.k === 'import' && stmt.names.every(({ module }) => module === '__future__');
/** Packages stand apart from what comes with Python. */
const isAlone = (stmt: Stmt): boolean =>
  isFuture(stmt) || (stmt.k === 'import' && stmt.names.every(({ module }) => isStandard(module)));
const isPlain = ({ span }: Stmt, text: string): boolean => /^import\b/.test(text.slice(span.start, span.end));
const moduleOf = (line: string): string => line.split(/[ .]/)[1] ?? '';
const count = (text: string, part: string): number => text.split(part).length - 1;

/** Plain imports first, then one line for each module that names are taken from. */
function grouped(lines: readonly string[]): string[] {
  const names = new Map<string, string[]>();
  for (const line of lines) {
    const [, module = '', name = ''] = /^from (\S+) import (\w+)$/.exec(line) ?? [];
    if (module !== '') names.set(module, [...(names.get(module) ?? []), name]);
  }
  const plain = lines.filter((line) => line.startsWith('import '));
  return [...plain.sort(), ...[...names].map(([module, all]) => `from ${module} import ${all.sort().join(', ')}`)];
}

const isGuardedImport = (stmt: Stmt): boolean =>
  stmt.k === 'branch' &&
  stmt.arms.every((arm) => arm.block.stmts.length > 0 && arm.block.stmts.every((inner) => inner.k === 'import'));

function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline < 0 ? text.length : newline + 1;
}

/** The end of a shebang, encoding line and docstring. */
function headEnd(text: string): number {
  const head = /^\ufeff?(?:#[^\n]*\n)*(?:\s*(?:"""[\s\S]*?"""|'''[\s\S]*?''')[^\n]*(?:\n|$))?/.exec(text);
  return head?.[0].length ?? 0;
}

/** An imported name with the comma that separates it from its neighbour. */
export function nameWithComma({ names }: ImportStmt, name: ImportName): Span {
  const at = names.indexOf(name);
  const next = names[at + 1];
  if (next) return { start: name.span.start, end: next.span.start };
  return { start: names[at - 1]?.span.end ?? name.span.start, end: name.span.end };
}
