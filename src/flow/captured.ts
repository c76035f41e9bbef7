import type { Block, Expr, Point, Target } from '../source/program';
import { pathTo } from './definitions';
import type { Evaluator } from './evaluate';
import { holdsAny, visitBlock } from './scopes';
import type { Values } from './value';

/**
 * What functions inside a block bind to a name of that block: `let client; const init = () => { client = … }`. Only
 * functions whose text assigns the name are lowered.
 */
export function boundInside(on: Evaluator, name: string, block: Block): readonly Values[] {
  const memo = on.memoOfBlock(block);
  const known = memo.get(name);
  if (known) return known;
  // What such a function binds may be made from the name itself: the circle adds nothing.
  memo.set(name, []);
  const found = bound(on, name, block);
  memo.set(name, found);
  return found;
}

function bound(on: Evaluator, name: string, block: Block): Values[] {
  const offsets = assignments(on, name);
  if (offsets.length === 0) return [];
  const found: Values[] = [];
  const take = (target: Target, value: Expr, at: Point): void => {
    const path = at.block.scope.outerNames?.has(name) ? pathTo(target, name) : undefined;
    if (path) found.push(on.walk(on.evaluate(value, at), path, at));
  };
  visitBlock(block, {
    expr: (expr, at) => {
      if (expr.k === 'assign') take(expr.target, expr.value, at);
    },
    stmt: (stmt, at) => {
      if (stmt.k === 'bind') take(stmt.target, stmt.value, at);
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
