import { visitBlock } from '../../../flow/scopes';
import type { BindStmt, Block, ImportName, Point, Program, Span, Stmt } from '../../../source/program';
import type { TextEdit } from '../../contract';
import { breakOf, occurrences, wholeLines } from '../edits';

/** Where new imports and small functions go in a Python module. */
export class PythonModule {
  private readonly imported = new Map<string, TextEdit>();
  private readonly functions: string[] = [];

  constructor(readonly program: Program) {}

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
    let at = 0;
    let last: Stmt | undefined;
    for (const stmt of this.stmts) {
      if (stmt.k !== 'import' && !isGuardedImport(stmt)) break;
      last = stmt;
    }
    if (last) at = lineEnd(text, last.span.end);
    else at = headEnd(text);
    return { start: at, end: at };
  }

  /** The edits for what was asked for; several imports go in as one. */
  edits(): TextEdit[] {
    if (this.imported.size === 0 && this.functions.length === 0) return [];
    const { text } = this.program;
    const eol = breakOf(text);
    const span = this.end();
    const lines = [...this.imported.keys()].sort((a, b) => Number(a.startsWith('from')) - Number(b.startsWith('from')));
    let added = lines.map((line) => line + eol).join('');
    for (const body of this.functions) {
      added += `${eol}${eol}${body.replaceAll('\n', eol)}${eol}`;
      if (!/^\r?\n\r?\n/.test(text.slice(span.start)))
        added += /^\r?\n/.test(text.slice(span.start)) ? eol : `${eol}${eol}`;
    }
    if (span.start > 0 && text[span.start - 1] !== '\n') added = eol + added;
    return [{ span, text: added }];
  }
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

function deadImports(program: Program, removed: string, after: string): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const stmt of program.module.block().stmts) {
    if (stmt.k !== 'import') continue;
    const [only, more] = stmt.names;
    if (!only?.local || more || occurrences(removed, only.local) === 0) continue;
    const elsewhere = occurrences(after, only.local) - occurrences(removed, only.local);
    const inImport = occurrences(program.text.slice(stmt.span.start, stmt.span.end), only.local);
    const lines = wholeLines(program.text, stmt.span);
    if (elsewhere <= inImport && lines) edits.push({ span: lines, text: '' });
  }
  return edits;
}
