import { visitBlock } from '../../../flow/scopes';
import type {
  BindStmt,
  Block,
  Expr,
  ImportName,
  ImportStmt,
  Point,
  Program,
  Span,
  Stmt,
} from '../../../source/program';
import type { TextEdit } from '../../contract';
import { breakOf, occurrences, wholeLines } from '../edits';

/** Where new imports and small functions go in a Python module. */
export class PythonModule {
  private readonly imported = new Map<string, TextEdit>();
  private readonly functions: string[] = [];

  /** `within` is the part of the program that gains them: the cell of a notebook that needs them; else the whole. */
  constructor(
    readonly program: Program,
    private readonly within: Span | undefined = undefined,
  ) {}

  private get stmts(): readonly Stmt[] {
    return this.program.module.block().stmts;
  }

  /** The local name of a module, imported if it is not yet. */
  module(name: string): string {
    for (const imported of this.imports()) {
      if (imported.name === undefined && imported.module === name && imported.local !== undefined)
        return imported.local;
    }
    this.add(`import ${name}`);
    return name;
  }

  /** The local name of something in a module, imported if it is not yet. */
  from(module: string, name: string): string {
    for (const imported of this.imports()) {
      if (imported.module === module && imported.name === name && imported.local !== undefined) return imported.local;
    }
    this.add(`from ${module} import ${name}`);
    return name;
  }

  has(functionName: string): boolean {
    return this.stmts.some((stmt) => stmt.k === 'function' && stmt.def.name === functionName);
  }

  addFunction(text: string): void {
    this.functions.push(text);
  }

  private *imports(): Iterable<ImportName> {
    for (const stmt of this.stmts) if (stmt.k === 'import') yield* stmt.names;
  }

  private add(line: string): void {
    this.imported.set(line, { span: this.end(), text: '' });
  }

  /** Behind the imports at the head of the module, else behind its docstring, else at its beginning. */
  private end(): Span {
    const { text } = this.program;
    const { start, end } = this.within ?? { start: 0, end: text.length };
    let last: Stmt | undefined;
    for (const stmt of this.stmts) {
      if (stmt.span.start < start) continue;
      if (stmt.k !== 'import' && !isGuardedImport(stmt)) break;
      last = stmt;
    }
    const at = last ? lineEnd(text, last.span.end) : start + headEnd(text.slice(start, end));
    return { start: Math.min(at, end), end: Math.min(at, end) };
  }

  /** The edits for what was asked for; several imports go in as one. */
  edits(): TextEdit[] {
    if (this.imported.size === 0 && this.functions.length === 0) return [];
    const { text } = this.program;
    const eol = breakOf(text);
    const span = this.end();
    const lines = grouped([...this.imported.keys()]);
    let added = lines.map((line) => line + eol).join('');
    if (this.functions.length > 0) {
      const body = this.functions.join('\n\n\n');
      added += `${eol}${eol}${body.replaceAll('\n', eol)}${eol}`;
      if (!/^\r?\n\r?\n/.test(text.slice(span.start)))
        added += /^\r?\n/.test(text.slice(span.start)) ? eol : `${eol}${eol}`;
    }
    const { start, end } = this.within ?? { start: 0, end: text.length };
    if (span.start > start && text[span.start - 1] !== '\n') added = eol + added;
    // A cell ends without a line break.
    if (this.within && span.start === end) added = added.trimEnd();
    return [{ span, text: added }];
  }
}

/** Plain imports first, then one line for each module that names are taken from. */
function grouped(lines: readonly string[]): string[] {
  const names = new Map<string, string[]>();
  for (const line of lines) {
    const [, module = '', name = ''] = /^from (\S+) import (\w+)$/.exec(line) ?? [];
    if (module !== '') names.set(module, [...(names.get(module) ?? []), name]);
  }
  const plain = lines.filter((line) => line.startsWith('import '));
  return [...plain, ...[...names].map(([module, all]) => `from ${module} import ${all.sort().join(', ')}`)];
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

interface Bound {
  readonly stmt: BindStmt;
  readonly at: Point;
}

/** The statement `name = value` whose value stands at a span. */
export function bindingOf(program: Program, value: Span): Bound | undefined {
  let found: Bound | undefined;
  visitBlock(program.module.block(), {
    expr: () => {},
    stmt: (stmt, at) => {
      if (stmt.k === 'bind' && stmt.value.span.start === value.start && stmt.value.span.end === value.end)
        found = { stmt, at };
    },
    enter: (def) => def.span.start <= value.start && def.span.end >= value.end,
    matters: (stmt) => stmt.span.start <= value.start && stmt.span.end >= value.end,
  });
  return found;
}

/**
 * Removes `name = value` when nothing but the edited places names it any more, and imports that only it needed.
 * `after` is the text as the other edits leave it.
 */
export function removeDead(program: Program, value: Span, after: string): TextEdit[] {
  const bound = bindingOf(program, value);
  if (bound?.stmt.target.k !== 'name') return [];
  const { name } = bound.stmt.target;
  // The statement itself may hold the word more than once (`config = from_file("~/.oci/config")`).
  const own = program.text.slice(bound.stmt.span.start, bound.stmt.span.end);
  if (occurrences(after, name) !== occurrences(own, name)) return [];
  const lines = wholeLines(program.text, bound.stmt.span);
  if (!lines) return [];
  const alone = isAlone(bound.at.block, program);
  const edits: TextEdit[] = [alone ? { span: bound.stmt.span, text: 'pass' } : { span: lines, text: '' }];
  const removed = program.text.slice(bound.stmt.span.start, bound.stmt.span.end);
  return [...edits, ...deadImports(program, removed, after)];
}

const isAlone = (block: Block, program: Program): boolean =>
  block.stmts.length === 1 && block !== program.module.block();

/** Imports of names that only removed text named. */
export function deadImports(program: Program, removed: string, after: string): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const stmt of program.module.block().stmts) {
    if (stmt.k !== 'import') continue;
    const dead = stmt.names.filter(({ local }) => {
      if (local === undefined || occurrences(removed, local) === 0) return false;
      const inImport = occurrences(program.text.slice(stmt.span.start, stmt.span.end), local);
      return occurrences(after, local) - occurrences(removed, local) <= inImport;
    });
    const lines = wholeLines(program.text, stmt.span);
    if (dead.length === stmt.names.length && lines) edits.push({ span: lines, text: '' });
    else for (const name of dead) edits.push({ span: nameWithComma(stmt, name), text: '' });
  }
  return edits;
}

function nameWithComma({ names }: ImportStmt, name: ImportName): Span {
  const at = names.indexOf(name);
  const next = names[at + 1];
  if (next) return { start: name.span.start, end: next.span.start };
  return { start: names[at - 1]?.span.end ?? name.span.start, end: name.span.end };
}

const WORD = /[A-Za-z_]\w*/g;

/**
 * Removes `NAME = …` of names that stood only in what the edits removed, when their value is nothing but a literal or a
 * variable of the environment.
 */
export function removeUnused(program: Program, edits: readonly TextEdit[], after: string): TextEdit[] {
  const { text } = program;
  const gone = new Set(edits.flatMap(({ span }) => text.slice(span.start, span.end).match(WORD) ?? []));
  const found: TextEdit[] = [];
  visitBlock(program.module.block(), {
    expr: () => {},
    stmt: (stmt, at) => {
      if (stmt.k !== 'bind' || stmt.target.k !== 'name' || !gone.has(stmt.target.name)) return;
      const { name } = stmt.target;
      const own = text.slice(stmt.span.start, stmt.span.end);
      const lines = wholeLines(text, stmt.span);
      if (!lines || !isPlain(stmt.value) || isAlone(at.block, program)) return;
      if (occurrences(after, name) !== occurrences(own, name)) return;
      found.push({ span: lines, text: '' }, ...deadImports(program, own, after));
    },
    enter: (def) => edits.some(({ span }) => def.span.start <= span.start && span.end <= def.span.end),
  });
  return found;
}

const READS_ENVIRONMENT = /^(?:os\.)?(?:getenv|environ\.get)$/;

function isPlain(expr: Expr): boolean {
  switch (expr.k) {
    case 'string':
      return expr.parts.every((part) => typeof part === 'string' || isPlain(part));
    case 'const':
    case 'name':
      return true;
    case 'member':
      return isPlain(expr.object);
    case 'index':
      return isPlain(expr.object) && isPlain(expr.key);
    case 'call':
      return READS_ENVIRONMENT.test(dotted(expr.callee)) && expr.args.every(({ value }) => isPlain(value));
    default:
      return false;
  }
}

function dotted(expr: Expr): string {
  if (expr.k === 'name') return expr.name;
  return expr.k === 'member' ? `${dotted(expr.object)}.${expr.name}` : '';
}
