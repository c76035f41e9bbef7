import { visitBlock } from '../../../flow/scopes';
import type { BindStmt, Block, ClassDef, FunctionDef, ImportName, Program, Span } from '../../../source/program';
import { wholeLines } from '../edits';

const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** What the functions around a place load before it, the innermost first; the module's own imports are none of it. */
export function importsAround(program: Program, span: Span): readonly ImportName[] {
  const found: ImportName[] = [];
  visitBlock(program.module.block(), {
    expr: () => {},
    stmt: (stmt, at) => {
      if (
        stmt.k === 'import' &&
        stmt.span.end <= span.start &&
        at.block.scope.kind === 'function' &&
        isAround(at.block, span)
      )
        found.unshift(...stmt.names);
    },
    enter: (def) => holds(def.span, span),
  });
  return found;
}

/** Whether a block, or one of its own blocks, holds a place: what a branch declares is not seen outside of it. */
const isAround = (block: Block, span: Span): boolean => block.stmts.some((stmt) => holds(stmt.span, span));

/** The functions around a place, the innermost first. */
export const functionsAround = (program: Program, span: Span): readonly FunctionDef[] =>
  [...around(program, span).functions].reverse();

interface Around {
  readonly functions: readonly FunctionDef[];
  readonly classes: readonly ClassDef[];
  readonly bind?: BindStmt;
  /** Something is awaited outside of all functions, so the module may. */
  readonly awaits: boolean;
}

/** What stands around a place of a module, and whether the module awaits at its top. */
function around(program: Program, span: Span): Around {
  const functions: FunctionDef[] = [];
  const classes: ClassDef[] = [];
  let bind: BindStmt | undefined;
  let awaits = false;
  visitBlock(program.module.block(), {
    expr: (expr, at) => {
      if (expr.k === 'await' && at.block.scope.kind === 'module') awaits = true;
    },
    stmt: (stmt) => {
      if (stmt.k === 'class' && holds(stmt.def.span, span)) classes.push(stmt.def);
      if (stmt.k === 'bind' && holds(stmt.value.span, span)) bind = stmt;
    },
    enter: (def) => {
      const inside = holds(def.span, span);
      if (inside) functions.push(def);
      return inside;
    },
  });
  return { functions, classes, bind, awaits };
}

const innermost = <T extends { readonly span: Span }>(all: readonly T[]): T | undefined =>
  all.reduce<T | undefined>((best, one) => (!best || holds(best.span, one.span) ? one : best), undefined);

/**
 * Whether the file can only be an ES module, by its name or by what it says. Other files that import may be built into
 * CommonJS, where nothing is awaited outside of functions.
 */
function isEsModule(program: Program, uri: string): boolean {
  if (/\.m[jt]s$/.test(uri)) return true;
  const isComment = (at: number): boolean => program.comments().some(({ span }) => span.start <= at && at < span.end);
  return [...program.text.matchAll(/\bimport\.meta\b/g)].some(({ index }) => !isComment(index));
}

/** Whether `await` may stand at a place. A module may where it already does, and where it is an ES module for certain. */
export function mayAwait(program: Program, span: Span, uri: string): boolean {
  const { functions, classes, awaits } = around(program, span);
  const within = innermost(functions);
  const owner = innermost(classes);
  // A field is initialised outside of every function, whatever stands around its class.
  if (owner && (!within || holds(within.span, owner.span))) return false;
  if (!within) return awaits || isEsModule(program, uri);
  if (within.params.some((param) => param.default && holds(param.default.span, span))) return false;
  return within.isAsync;
}

/** The declaration `const name = value` around a place, when its value is that place and nothing else. */
export function declarationOf(program: Program, value: Span): BindStmt | undefined {
  const { bind } = around(program, value);
  if (bind?.target.k !== 'name') return undefined;
  const { text } = program;
  const before = text.slice(bind.value.span.start, value.start);
  const behind = text.slice(value.end, bind.value.span.end);
  return /^(?:await\s+|\()*$/.test(before) && /^\)*$/.test(behind) ? bind : undefined;
}

/** The lines of a declaration that stands alone on them. */
export function linesOf(program: Program, bind: BindStmt): Span | undefined {
  const { text } = program;
  const head = /(?:^|\n)[ \t]*(?:const|let|var)[ \t]+$/.exec(text.slice(0, bind.span.start).slice(-200));
  if (!head) return undefined;
  const start = bind.span.start - head[0].trimStart().length;
  const end = text[bind.span.end] === ';' ? bind.span.end + 1 : bind.span.end;
  const lines = wholeLines(text, { start, end });
  return lines && withBlank(text, lines);
}

/** A line alone between blank lines takes one of them with it. */
function withBlank(text: string, { start, end }: Span): Span {
  const behind = /^[ \t]*\r?\n/.exec(text.slice(end, end + 200));
  const alone = /\n[ \t]*\r?\n$/.test(text.slice(Math.max(0, start - 200), start));
  return { start, end: behind && alone ? end + behind[0].length : end };
}
