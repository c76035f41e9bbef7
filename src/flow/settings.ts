import { argNames } from '../knowledge/sdks/catalogue';
import type { Expr, Point, Program, Stmt } from '../source/program';
import type { Evaluator } from './evaluate';
import { type CallPlace, holdsAny, visitBlock } from './scopes';
import { type ServiceUse, useOf } from './uses';
import type { ArgValue, ObjectValue } from './value';

/** A property of an object set after it was made. */
interface Setting {
  readonly object: Expr;
  readonly value: Expr;
  readonly at: Point;
}

/**
 * Clients whose endpoint is set after their construction (`client.endpoint = …`, `client.setEndpoint(…)`): the same
 * uses, with the endpoint among their arguments.
 */
export function withSettings(
  uses: readonly ServiceUse[],
  program: Program,
  evaluator: Evaluator,
): readonly ServiceUse[] {
  const names = new Set(uses.flatMap(({ fact }) => (fact.endpoint ? argNames(fact.endpoint) : [])));
  let now = uses;
  for (const name of names) {
    if (name.includes('.')) continue;
    for (const setting of settingsOf(program, name)) now = now.map((use) => withSetting(use, name, setting, evaluator));
  }
  return now;
}

function withSetting(use: ServiceUse, name: string, { object, value, at }: Setting, evaluator: Evaluator): ServiceUse {
  const targets = evaluator.evaluate(object, at);
  if (!targets.some((target) => target.k === 'object' && target.call === use.call)) return use;
  const arg: ArgValue = { name, values: evaluator.evaluate(value, at), origin: evaluator.origin(value.span) };
  const objects = use.objects.map((one): ObjectValue => ({ ...one, args: [...one.args, arg] }));
  const endpoint = objects.map((one) => useOf(one)?.endpoint).find((one) => one !== undefined);
  return { ...use, objects, endpoint: endpoint ?? use.endpoint };
}

function settingsOf(program: Program, name: string): Setting[] {
  const setter = `set${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const offsets: number[] = [];
  const written = new RegExp(`\\.(?:${name}\\s*=(?!=)|${setter}\\s*\\()`, 'gi');
  for (const match of program.text.matchAll(written)) offsets.push(match.index);
  if (offsets.length === 0) return [];
  const found: Setting[] = [];
  const isSetter = (call: CallPlace['call']): boolean =>
    call.callee.k === 'member' && call.callee.name.toLowerCase() === setter.toLowerCase();
  visitBlock(program.module.block(), {
    expr: (expr, at) => {
      const value = expr.k === 'call' && isSetter(expr) ? expr.args[0]?.value : undefined;
      if (expr.k === 'call' && expr.callee.k === 'member' && value)
        found.push({ object: expr.callee.object, value, at });
    },
    stmt: (stmt: Stmt, at) => {
      if (stmt.k !== 'bind' || stmt.target.k !== 'member' || stmt.target.name !== name) return;
      found.push({ object: stmt.target.object, value: stmt.value, at });
    },
    enter: (def) => holdsAny(offsets, def.span.start, def.span.end),
    matters: (stmt) => holdsAny(offsets, stmt.span.start, stmt.span.end),
  });
  return found;
}
