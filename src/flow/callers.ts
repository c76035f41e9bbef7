import type { CallExpr, ClassDef, FunctionDef, Param } from '../source/program';
import type { Evaluator } from './evaluate';
import { bindParameters, constructorOf } from './member';
import { fits } from './overloads';
import { type CallPlace, callsAround } from './scopes';
import type { Values } from './value';

/** A function called from more places than this is treated as open. */
const MAX_CALLERS = 8;
/** A name that stands in more places is too common to tell who calls whom. */
const MAX_MENTIONS = 200;

/** What callers in this module, or in one that shares its scope, pass for a parameter; empty when nobody calls it here. */
export function callersOf(on: Evaluator, def: FunctionDef, position: number): Values[] {
  const name = def.owner && isConstructor(def, def.owner) ? def.owner.name : def.name;
  const param = def.params[position];
  if (name === '' || !param) return [];
  const places = [on, ...on.peers(name)].flatMap((home) =>
    callsOf(home, def, name, home === on)
      .filter(({ call }) => fits(def, call.args))
      .map(
        ({ call, at }) =>
          () =>
            passed(home, call, at, def, param, position),
      ),
  );
  return places
    .slice(0, MAX_CALLERS)
    .map((values) => values())
    .filter((values) => values.length > 0);
}

function isConstructor(def: FunctionDef, owner: ClassDef): boolean {
  const first = constructorOf(owner);
  return first !== undefined && (first === def || first.overloads?.includes(def) === true);
}

function passed(
  on: Evaluator,
  call: CallExpr,
  at: CallPlace['at'],
  def: FunctionDef,
  param: Param,
  position: number,
): Values {
  if (param.rest) return bindParameters(on, def, on.args(call, at), undefined).args.get(param.name) ?? [];
  const spread = call.args.some((arg) => arg.spread);
  const named = call.args.find((arg) => arg.name === param.name);
  if (named) return on.evaluate(named.value, at);
  const positional = call.args.filter((arg) => arg.name === undefined && !arg.spread)[position];
  if (positional) return on.evaluate(positional.value, at);
  if (spread) return on.unknown(call.span, param.name);
  return param.default ? on.evaluate(param.default, on.placeOf(def)) : [];
}

/** Calls by name, found in the text first so that only functions around them are lowered. */
function callsOf(on: Evaluator, def: FunctionDef, name: string, isHome: boolean): readonly CallPlace[] {
  const { index, text, module } = on.program;
  const bare = on.callsOwnBare && !def.owner;
  const itself = isHome ? def.nameSpan.start : -1;
  const offsets = index.callsOf(name).filter((at) => at !== itself && !(bare && text[at - 1] === '.'));
  if (offsets.length === 0 || offsets.length > MAX_MENTIONS) return [];
  return callsAround(module.block(), offsets).filter(({ call }) => tailName(call) === name);
}

export function tailName(call: CallExpr): string | undefined {
  const { callee } = call;
  if (callee.k === 'name' || callee.k === 'member') return callee.name;
  return undefined;
}
