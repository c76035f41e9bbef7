import type { Block } from '../source/program';
import type { Evaluator } from './evaluate';
import { holdsAny, visitBlock } from './scopes';
import type { Values } from './value';

/**
 * What functions inside a block bind to a name of that block: `let client; const init = () => { client = … }`. Only
 * functions whose text assigns the name are lowered.
 */
export function boundInside(on: Evaluator, name: string, block: Block): Values[] {
  const offsets = assignments(on, name);
  if (offsets.length === 0) return [];
  const found: Values[] = [];
  visitBlock(block, {
    expr: (expr, at) => {
      if (expr.k !== 'assign' || expr.target.k !== 'name' || expr.target.name !== name) return;
      if (at.block.scope.outerNames?.has(name)) found.push(on.evaluate(expr.value, at));
    },
    stmt: (stmt, at) => {
      if (stmt.k !== 'bind' || stmt.target.k !== 'name' || stmt.target.name !== name) return;
      if (at.block.scope.outerNames?.has(name)) found.push(on.evaluate(stmt.value, at));
    },
    enter: (def) => holdsAny(offsets, def.span.start, def.span.end),
    matters: (stmt) => holdsAny(offsets, stmt.span.start, stmt.span.end),
  });
  return found;
}

/** Where the text may assign the name. Variables of shells are written without their `$` there. */
function assignments(on: Evaluator, name: string): number[] {
  const { text } = on.program;
  const written = name.replace(/^\$(?=\w)/, '');
  return on.offsetsOf(written).filter((at) => {
    const after = text.slice(at + written.length, at + written.length + 80);
    return !isWord(text[at - 1]) && ASSIGNED.test(after);
  });
}

/** `x =`, `x ??=`, `x, err =`. */
const ASSIGNED = /^(?:\s*,\s*[\w.]+){0,3}\s*(?:\?\?|\|\||&&|\+)?=(?![=>])/;

const isWord = (character: string | undefined): boolean => character !== undefined && /[\w.]/.test(character);
