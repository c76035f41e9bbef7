import { methodsName } from '../source/block';
import type { ClassDef, FunctionDef } from '../source/program';
import type { Evaluator } from './evaluate';

/** A method and the module that it stands in. */
export interface Method {
  readonly method: FunctionDef;
  readonly home: Evaluator;
}

/** Methods inside a class and those that stand beside it, in its module or in one that shares its scope. */
export function methodsOf(home: Evaluator, def: ClassDef): Method[] {
  return [...[...def.methods.values()].map((method) => ({ method, home })), ...home.outsideMethods(def)];
}

export function methodOf(home: Evaluator, def: ClassDef, name: string): Method | undefined {
  const method = def.methods.get(name);
  return method ? { method, home } : home.outsideMethods(def).find((one) => one.method.name === name);
}

/** Those that stand beside it. */
export function methodsBeside(home: Evaluator, def: ClassDef): Method[] {
  return [home, ...home.peers(def.name)].flatMap((one) => {
    const { stmts, touches } = one.program.module.block();
    return (touches.get(methodsName(def.name)) ?? []).flatMap((index) => {
      const stmt = stmts[index];
      return stmt?.k === 'function' ? [{ method: stmt.def, home: one }] : [];
    });
  });
}
