import { visitBlock } from '../../../flow/scopes';
import type { Expr, Program } from '../../../source/program';
import type { TextEdit } from '../../contract';
import { applied, occurrences } from '../edits';
import { linesOf } from './place';

const WORD = /[A-Za-z_$][\w$]*/g;

/** Declarations of names that stood only in what the edits take away, when their value does nothing. */
export function unusedDeclarations(program: Program, edits: readonly TextEdit[]): TextEdit[] {
  const { text } = program;
  const gone = new Set(edits.flatMap(({ span }) => text.slice(span.start, span.end).match(WORD) ?? []));
  const after = applied(text, edits);
  const found: TextEdit[] = [];
  visitBlock(program.module.block(), {
    expr: () => {},
    stmt: (stmt) => {
      if (stmt.k !== 'bind' || stmt.target.k !== 'name' || !gone.has(stmt.target.name) || !isPlain(stmt.value)) return;
      const own = text.slice(stmt.span.start, stmt.span.end);
      const { name } = stmt.target;
      const lines = occurrences(after, name) === occurrences(own, name) ? linesOf(program, stmt) : undefined;
      if (lines && !edits.some(({ span }) => span.start < lines.end && lines.start < span.end))
        found.push({ span: lines, text: '' });
    },
    enter: (def) => edits.some(({ span }) => def.span.start <= span.start && span.end <= def.span.end),
  });
  return found;
}

function isPlain(expr: Expr): boolean {
  switch (expr.k) {
    case 'string':
      return expr.parts.every((part) => typeof part === 'string' || isPlain(part));
    case 'const':
    case 'name':
      return true;
    case 'member':
      return isPlain(expr.object);
    case 'choice':
      return expr.options.every(isPlain);
    default:
      return false;
  }
}
