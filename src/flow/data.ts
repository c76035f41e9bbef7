import { HOLE } from '../knowledge/host';
import type { Makes } from '../knowledge/sdks/fact';
import type { CallExpr, Expr, Program } from '../source/program';
import { argOf } from './arguments';
import type { Evaluator } from './evaluate';
import type { ArgValue, ObjectValue, RecordValue, Value, Values } from './value';

/** What only the running program fills in: `${NAME}`, `{{ name }}`. */
const FILLED = /\$\{[^{}]*\}|\{\{[^{}]*\}\}/g;

/** The value of a file of data. What it holds is plain: nothing is looked up, so nothing can go round in circles. */
export function dataValue(program: Program, uri: string): Value {
  const { stmts } = program.module.block();
  const records = stmts.flatMap((stmt) => (stmt.k === 'bind' ? [plain(stmt.value, uri)] : []));
  const [first, ...rest] = program.language === 'toml' ? records.map(nested) : records;
  if (!first) return { k: 'unknown', origin: { uri, span: { start: 0, end: 0 } } };
  return rest.reduce(merged, first);
}

function plain(expr: Expr, uri: string): Value {
  const origin = { uri, span: expr.span };
  switch (expr.k) {
    case 'const':
      return { k: 'const', origin, value: expr.value };
    case 'string':
      return text(expr.parts.map((part) => (typeof part === 'string' ? part : HOLE)).join(''), origin);
    case 'list':
      return { k: 'list', origin, items: expr.items.map((item) => [plain(item, uri)]) };
    case 'record': {
      const fields = new Map<string, Values>();
      for (const { key, value } of expr.entries) if (key !== undefined) fields.set(key, [plain(value, uri)]);
      return { k: 'record', origin, fields, bases: [] };
    }
    default:
      return { k: 'unknown', origin };
  }
}

function text(written: string, origin: Value['origin']): Value {
  const open = written.replace(FILLED, HOLE);
  if (open === HOLE) return { k: 'unknown', origin };
  const holes = open.split(HOLE).slice(1);
  return { k: 'text', origin, text: open, holes: holes.map((): Values => [{ k: 'unknown', origin }]) };
}

/** The table `[a.b]` stands in `a`. */
function nested(value: Value): Value {
  if (value.k !== 'record') return value;
  let made: Value = { ...value, fields: new Map() };
  for (const [key, held] of value.fields) {
    const [last = '', ...above] = key.split('.').reverse();
    let one: RecordValue = { ...value, fields: new Map([[last, held]]) };
    for (const name of above) one = { ...value, fields: new Map([[name, [one]]]) };
    made = merged(made, one);
  }
  return made;
}

/** Of documents or tables in one file the later one adds to the earlier one. */
function merged(a: Value, b: Value): Value {
  if (a.k !== 'record' || b.k !== 'record') return a;
  const fields = new Map(a.fields);
  for (const [key, values] of b.fields) {
    const [known] = fields.get(key) ?? [];
    const [added] = values;
    fields.set(key, known && added ? [merged(known, added)] : values);
  }
  return { ...a, fields };
}

/** What a symbol that stands for files of data holds. */
export function tableOf(on: Evaluator, path: string): Value | undefined {
  const makes = on.catalogue.find(path)?.makes;
  return makes?.kind === 'table' ? on.data(makes.files) : undefined;
}

/** `${a.b}` and `${a.b:what counts without it}`. */
const IN_BRACES = /^\$\{([^{}:]{1,200})(?::([^{}]{0,400}))?\}$/;

interface DataCall {
  readonly makes: Extract<Makes, { kind: 'file' | 'parsed' | 'lookup' }>;
  readonly path: string;
  readonly args: readonly ArgValue[];
  readonly call: CallExpr;
}

/** Calls that open, read or look into a file of data. */
export function fromData(on: Evaluator, { makes, path, args, call }: DataCall): Values {
  const arg = argOf(args, makes.arg);
  const origin = on.origin(call.span);
  switch (makes.kind) {
    case 'file': {
      const made: ObjectValue = { k: 'object', origin, path, makes, args: arg ? [arg] : [], fields: new Map(), call };
      return makes.async ? [{ k: 'promise', origin, of: [made] }] : [made];
    }
    case 'parsed': {
      if (!arg) return read(on, makes.file, call);
      return on.each(arg.values, (value) => read(on, nameOf(value), call));
    }
    case 'lookup': {
      const [written] = arg?.values ?? [];
      if (written?.k !== 'text') return on.unknown(call.span);
      const [, inBraces, fallback] = IN_BRACES.exec(written.text) ?? [];
      const key = inBraces ?? written.text;
      const file = on.data(makes.files);
      const found = file && keyed(file, key);
      if (found) return found;
      return fallback === undefined ? on.unknown(call.span, key) : [{ ...written, text: fallback }];
    }
  }
}

/** The files of data that values name. */
export const readFile = (on: Evaluator, values: Values): Value[] =>
  values.flatMap((value) => {
    const name = nameOf(value);
    return (name === undefined ? undefined : on.data([name])) ?? [];
  });

function read(on: Evaluator, name: string | undefined, call: CallExpr): Values {
  const found = name === undefined ? undefined : on.data([name]);
  return found ? [found] : on.unknown(call.span);
}

/** How a file is named: behind what only the running program knows, such as the folder of the module. */
function nameOf(value: Value): string | undefined {
  if (value.k === 'object' && value.makes?.kind === 'file') {
    const [first, more] = value.args[0]?.values ?? [];
    return first && !more ? nameOf(first) : undefined;
  }
  if (value.k !== 'text') return undefined;
  const known = value.text.slice(value.text.lastIndexOf(HOLE) + 1);
  return value.text.includes(HOLE) ? known.replace(/^[/\\]+/, '') : known;
}

/** The entry under `a.b` or `a:b`, whether written so or nested. */
export function keyed(value: Value, key: string): Values | undefined {
  if (value.k !== 'record') return undefined;
  const own = value.fields.get(key);
  if (own) return own;
  for (let at = key.search(/[.:]/); at > 0; at = next(key, at)) {
    const [inner, more] = value.fields.get(key.slice(0, at)) ?? [];
    const found = inner && !more ? keyed(inner, key.slice(at + 1)) : undefined;
    if (found) return found;
  }
  return undefined;
}

function next(key: string, at: number): number {
  const rest = key.slice(at + 1).search(/[.:]/);
  return rest < 0 ? -1 : at + 1 + rest;
}
