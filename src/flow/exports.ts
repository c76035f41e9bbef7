import type { Block, ImportName, Span } from '../source/program';
import type { Evaluator } from './evaluate';
import { memberOf } from './member';
import { bindsOfMember } from './scopes';
import { join, type Values } from './value';

/** What a module offers beyond its own bindings: re-exports, and what it says of `exports`. */
export function offered(on: Evaluator, name: string, span: Span): Values | undefined {
  const block = on.program.module.block();
  const again = reexports(block);
  const named = again.find((one) => one.reexport === name);
  if (named) return on.imported({ module: named.module, name: named.name, span: named.span });
  const assigned = bindsOfMember(block, 'exports', name).map(({ stmt, at }) => on.evaluate(stmt.value, at));
  if (assigned.length > 0) return join(...assigned);
  const whole = wholeModule(on, span);
  if (whole) return name === 'default' ? whole : on.each(whole, (value) => memberOf(on, value, name, span));
  return name === 'default' ? undefined : fromEverything(on, name, again, span);
}

/** The value of a module that is one (`module.exports = …`, `export = …`); undefined for one of several exports. */
export function wholeModule(on: Evaluator, span: Span): Values | undefined {
  const block = on.program.module.block();
  const isBound = (block.touches.get('exports') ?? []).some((index) => {
    const stmt = block.stmts[index];
    return stmt?.k === 'bind' && stmt.target.k === 'name' && stmt.target.name === 'exports';
  });
  return isBound ? on.lookup('exports', { block, index: block.stmts.length }, undefined, span) : undefined;
}

/** `export * from`: the first module that knows the name. */
function fromEverything(on: Evaluator, name: string, again: readonly ImportName[], span: Span): Values | undefined {
  for (const { module, reexport } of again) {
    if (reexport !== '*') continue;
    const values = on.imported({ module, name, span });
    if (values.some((value) => value.k !== 'unknown' && (value.k !== 'symbol' || on.catalogue.find(value.path))))
      return values;
  }
  return undefined;
}

function reexports(block: Block): ImportName[] {
  const found: ImportName[] = [];
  for (const stmt of block.stmts) {
    if (stmt.k === 'import') found.push(...stmt.names.filter((name) => name.reexport !== undefined));
  }
  return found;
}
