import type { Makes } from '../knowledge/sdks/fact';
import type { CallExpr, ClassDef, Expr, FunctionDef, Span } from '../source/program';

/** A place in a document of the workspace. */
export interface Origin {
  readonly uri: string;
  readonly span: Span;
}

export interface ArgValue {
  readonly name?: string;
  /** Sets a member of what the call makes, whatever its parameters. */
  readonly sets?: boolean;
  readonly values: Values;
  readonly origin: Origin;
}

/** What an expression may hold. Several values mean: one of them arrives. */
export type Value =
  | UnknownValue
  | ConstValue
  | TextValue
  | EnvValue
  | SymbolValue
  | RecordValue
  | ListValue
  | FunctionValue
  | ClassValue
  | InstanceValue
  | ObjectValue
  | MethodValue
  | PartialValue
  | ModuleValue
  | PromiseValue;

export type Values = readonly Value[];

/** Nobody can tell; `name` is the last name seen on the way, a hint and never a proof. */
export interface UnknownValue {
  readonly k: 'unknown';
  readonly origin: Origin;
  readonly name?: string;
}

export interface ConstValue {
  readonly k: 'const';
  readonly origin: Origin;
  readonly value: number | boolean | null;
}

/** A string; each part that only the running program knows is one `HOLE`, its value in `holes`. */
export interface TextValue {
  readonly k: 'text';
  readonly origin: Origin;
  readonly text: string;
  readonly holes: readonly Values[];
}

export interface EnvValue {
  readonly k: 'env';
  readonly origin: Origin;
  readonly name: string;
  readonly fallback?: Values;
  /** What a file of the project sets it to. */
  readonly set?: Values;
}

/** Something imported from outside the workspace, by its path. */
export interface SymbolValue {
  readonly k: 'symbol';
  readonly origin: Origin;
  readonly path: string;
}

export interface RecordValue {
  readonly k: 'record';
  readonly origin: Origin;
  readonly fields: ReadonlyMap<string, Values>;
  /** Values spread into it: their fields count where it has none of its own. */
  readonly bases: readonly Values[];
}

export interface ListValue {
  readonly k: 'list';
  readonly origin: Origin;
  readonly items: readonly Values[];
}

export interface FunctionValue {
  readonly k: 'function';
  readonly origin: Origin;
  readonly def: FunctionDef;
  readonly home: Home;
  readonly self?: Value;
  readonly frame?: Frame;
}

export interface ClassValue {
  readonly k: 'class';
  readonly origin: Origin;
  readonly def: ClassDef;
  readonly home: Home;
}

export interface InstanceValue {
  readonly k: 'instance';
  readonly origin: Origin;
  readonly def: ClassDef;
  readonly home: Home;
  /** Arguments of the construction; absent for "some instance", as methods see themselves. */
  readonly args?: readonly ArgValue[];
  readonly fields: ReadonlyMap<string, Values>;
}

/** What a call of an external symbol gave. */
export interface ObjectValue {
  readonly k: 'object';
  readonly origin: Origin;
  readonly path: string;
  readonly makes?: Makes;
  readonly args: readonly ArgValue[];
  readonly fields: ReadonlyMap<string, Values>;
  /** The object whose method gave this one. */
  readonly receiver?: ObjectValue;
  readonly call?: CallExpr;
}

export interface MethodValue {
  readonly k: 'method';
  readonly origin: Origin;
  readonly receiver: Value;
  readonly name: string;
}

export interface PartialValue {
  readonly k: 'partial';
  readonly origin: Origin;
  readonly callee: Values;
  readonly args: readonly ArgValue[];
}

export interface ModuleValue {
  readonly k: 'module';
  readonly origin: Origin;
  readonly home: Home;
}

export interface PromiseValue {
  readonly k: 'promise';
  readonly origin: Origin;
  readonly of: Values;
}

/** The module in which a definition stands; evaluators find their own through it. */
export interface Home {
  readonly uri: string;
}

/** One activation of a function: what its parameters hold. */
export interface Frame {
  readonly def: FunctionDef;
  readonly args: ReadonlyMap<string, Values>;
  readonly self?: Value;
  readonly depth: number;
  /** What expressions were found to hold in it. */
  readonly memo: Map<Expr, Values>;
  /** The activation in which a closure was made. */
  readonly outer?: Frame;
}

/** More alternatives than this say nothing useful. */
const MAX_ALTERNATIVES = 12;

/** Joins alternatives; the same value counts once, and what is too many may be anything else. */
export function join(...sets: readonly Values[]): Values {
  if (sets.length === 1 && sets[0]) return sets[0];
  const joined: Value[] = [];
  for (const set of sets) {
    for (const value of set) {
      if (joined.some((other) => same(other, value))) continue;
      if (joined.length >= MAX_ALTERNATIVES) return [...joined, { k: 'unknown', origin: value.origin }];
      joined.push(value);
    }
  }
  return joined;
}

function same(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a.k !== b.k) return false;
  if (a.k === 'unknown') return true;
  return (
    a.origin.span === b.origin.span &&
    a.origin.uri === b.origin.uri &&
    a.k === 'text' &&
    b.k === 'text' &&
    a.text === b.text
  );
}
