import { HOLE } from '../knowledge/host';
import type { Catalogue } from '../knowledge/sdks/catalogue';
import type {
  Block,
  CallExpr,
  ClassDef,
  Expr,
  FunctionDef,
  ImportName,
  Point,
  Program,
  RecordExpr,
  Span,
} from '../source/program';
import { applyCall, applyValue } from './apply';
import type { Step } from './definitions';
import { callFunction } from './functions';
import { Imports, type Modules } from './imports';
import { fieldOf, memberOf } from './member';
import { type Method, methodsBeside } from './methods';
import { Names } from './names';
import { spreadList, spreadRecord } from './spread';
import { entryArgs, typedLiteral } from './typed';
import {
  type ArgValue,
  type Frame,
  type FunctionValue,
  type Home,
  type InstanceValue,
  join,
  type ObjectValue,
  type Origin,
  type RecordValue,
  type Value,
  type Values,
} from './value';

/** What a client call was seen with; one for each call of the file, however many ways lead to it. */
export type Observer = (object: ObjectValue, evaluator: Evaluator) => void;

/** What `dotenv` and its like read in every language when nothing is said. */
const ENVIRONMENT_FILES = ['.env'];

const MAX_STEPS = 60_000;
const MAX_DEPTH = 24;
const MAX_FRAMES = 6;

/** Shared by all modules of one evaluation: bounded work, cycles cut. */
export class Budget {
  steps = MAX_STEPS;
  depth = 0;
  spend(): boolean {
    this.steps -= 1;
    return this.steps > 0;
  }
}

/** Of more entries than this, one that nobody names is unknown. */
const MAX_HELD = 6;

/** Evaluates one module abstractly and on demand: values are sets, branches join, unknown claims nothing. */
export class Evaluator implements Home {
  private readonly names = new Names(this);
  private readonly imports: Imports;
  private readonly memo = new Map<Expr, Values>();
  private readonly busy = new Set<Expr>();
  private readonly methodMemo = new Map<ClassDef, readonly Method[]>();
  private readonly boundMemo = new Map<Block, Map<string, readonly Values[]>>();
  private readonly fieldMemo = new Map<ClassDef, Map<string, Values>>();

  constructor(
    readonly uri: string,
    readonly program: Program,
    readonly catalogue: Catalogue,
    private readonly budget: Budget,
    private readonly observe: Observer,
    modules?: Modules,
  ) {
    this.imports = new Imports(this, modules);
  }

  /** Whether functions of a package are called by their name alone there; behind a dot another package has its own. */
  get callsOwnBare(): boolean {
    return this.program.language === 'go';
  }

  /** Whether methods see the members of their class by bare name. */
  get hasBareMembers(): boolean {
    return hasBareMembersIn(this.program);
  }

  /** Whether a field and a method of a class may share a name. */
  get separatesMethods(): boolean {
    return this.program.language === 'java';
  }

  origin(span: Span): Origin {
    return { uri: this.uri, span };
  }

  unknown(span: Span, name?: string): Values {
    return [{ k: 'unknown', origin: this.origin(span), name }];
  }

  seen(object: ObjectValue): void {
    this.observe(object, this);
  }

  evaluate(expr: Expr, at: Point, frame?: Frame): Values {
    const memo = frame?.memo ?? this.memo;
    const known = memo.get(expr);
    if (known) return known;
    if (this.busy.has(expr) || this.budget.depth > MAX_DEPTH * 4 || !this.budget.spend())
      return this.unknown(expr.span);
    this.busy.add(expr);
    this.budget.depth += 1;
    const values = this.compute(expr, at, frame);
    this.budget.depth -= 1;
    this.busy.delete(expr);
    memo.set(expr, values);
    return values;
  }

  private compute(expr: Expr, at: Point, frame?: Frame): Values {
    const origin = this.origin(expr.span);
    switch (expr.k) {
      case 'const':
        return [{ k: 'const', origin, value: expr.value }];
      case 'string':
        return this.text(expr, at, frame);
      case 'name':
        return this.lookup(expr.name, at, frame, expr.span);
      case 'member':
        return this.each(this.evaluate(expr.object, at, frame), (value) => memberOf(this, value, expr.name, expr.span));
      case 'index':
        return this.indexed(expr.object, expr.key, expr.span, at, frame);
      case 'call':
        return applyCall(this, expr, at, frame);
      case 'record':
        return this.record(expr, at, frame);
      case 'list':
        return [{ k: 'list', origin, items: expr.items.map((item) => this.evaluate(item, at, frame)) }];
      case 'choice':
        return join(...expr.options.map((option) => this.evaluate(option, at, frame)));
      case 'assign':
        return this.evaluate(expr.value, at, frame);
      case 'function':
        return [{ k: 'function', origin, def: expr.def, home: this, frame }];
      case 'await':
        return this.each(this.evaluate(expr.value, at, frame), (value) => (value.k === 'promise' ? value.of : [value]));
      case 'other':
        for (const part of expr.parts) if (part.k === 'call' || part.k === 'await') this.evaluate(part, at, frame);
        return this.unknown(expr.span);
    }
  }

  each(values: Values, map: (value: Value) => Values): Values {
    const [only] = values;
    if (values.length === 1 && only) return map(only);
    return join(...values.map(map));
  }

  private text(expr: Extract<Expr, { k: 'string' }>, at: Point, frame?: Frame): Values {
    let alternatives: { text: string; holes: Values[] }[] = [{ text: '', holes: [] }];
    for (const part of expr.parts) {
      if (typeof part === 'string') {
        alternatives = alternatives.map((one) => ({ text: one.text + part, holes: one.holes }));
        continue;
      }
      const values = this.evaluate(part, at, frame);
      const texts = values.filter((value) => value.k === 'text');
      const options: { text: string; holes: readonly Values[] }[] =
        texts.length === values.length && texts.length > 0 && texts.length * alternatives.length <= 4
          ? texts
          : [{ text: HOLE, holes: [values] }];
      alternatives = alternatives.flatMap((one) =>
        options.map((option) => ({ text: one.text + option.text, holes: [...one.holes, ...option.holes] })),
      );
    }
    return alternatives.map(({ text, holes }) => ({ k: 'text', origin: this.origin(expr.span), text, holes }));
  }

  private record(expr: RecordExpr, at: Point, frame?: Frame): Values {
    const fields = new Map<string, Values>();
    const bases: Values[] = [];
    const held = expr.entries.map((entry) => this.evaluate(entry.value, at, frame));
    for (const [position, { key, spread }] of expr.entries.entries()) {
      const values = held[position] ?? [];
      if (spread) bases.push(values);
      else if (key !== undefined) fields.set(key, values);
    }
    const plain: RecordValue = { k: 'record', origin: this.origin(expr.span), fields, bases };
    if (!expr.type) return [plain];
    const types = this.evaluate(expr.type, at, frame);
    return typedLiteral(this, expr, types, plain, entryArgs(this, expr.entries, held));
  }

  private indexed(object: Expr, key: Expr, span: Span, at: Point, frame?: Frame): Values {
    const keys = this.evaluate(key, at, frame);
    return this.each(this.evaluate(object, at, frame), (value) => {
      const [only, more] = keys;
      if (!only || more) return this.some(value, span);
      if (only.k === 'text') return fieldOf(this, value, only.text, span) ?? this.unknown(span, only.text);
      if (only.k === 'const' && typeof only.value === 'number') return this.item(value, only.value, span);
      // A loop takes the items of a list; those of a record are its keys.
      if (only.k === 'const') return value.k === 'list' ? this.some(value, span) : this.unknown(span);
      return this.some(value, span);
    });
  }

  /** What stands in a list or record under a key that nobody tells: any of a few. */
  private some(value: Value, span: Span): Values {
    if (value.k === 'record' && value.bases.length > 0) return this.unknown(span);
    const held = value.k === 'list' ? value.items : value.k === 'record' ? [...value.fields.values()] : [];
    return held.length === 0 || held.length > MAX_HELD ? this.unknown(span) : join(...held);
  }

  item(value: Value, index: number, span: Span): Values {
    return value.k === 'list' ? (value.items.at(index) ?? this.unknown(span)) : this.unknown(span);
  }

  /** One of the results bound together. What is no list is the first of several (`client, err :=`). */
  result(value: Value, index: number): Values {
    if (value.k === 'list' || value.k === 'const') return this.item(value, index, value.origin.span);
    return index === 0 ? [value] : this.unknown(value.origin.span);
  }

  /** What a name holds at a place. */
  lookup(name: string, at: Point, frame: Frame | undefined, span: Span): Values {
    return this.names.lookup(name, at, frame, span);
  }

  /** What a name means that nothing in the module defines. */
  beyond(name: string, at: Point, span: Span): Values {
    return this.imports.beyond(name, at, span);
  }

  imported(name: ImportName): Values {
    return this.imports.imported(name);
  }

  /** A member of a module seen as a value. */
  offers(name: string, span: Span): Values {
    return this.imports.offers(name, span);
  }

  /** What a module offers under a name: its value at the end of the module. */
  exported(name: string, span: Span): Values {
    return this.imports.exported(name, span);
  }

  /** Modules that share one scope with this one and mention or declare a name. */
  peers(name: string, how: 'mention' | 'declare' = 'mention'): readonly Evaluator[] {
    return this.imports.peers(name, how);
  }

  /** The first of these files of data that there is, beside the module or above it. */
  data(names: readonly string[]): Value | undefined {
    return this.imports.data(names);
  }

  /** A variable of the environment, with what the project's own `.env` sets it to. */
  environment(name: string, span: Span, fallback?: Values): Values {
    const file = this.data(ENVIRONMENT_FILES);
    const set = file?.k === 'record' ? file.fields.get(name) : undefined;
    return [{ k: 'env', origin: this.origin(span), name, fallback, set }];
  }

  /** A module that some class stands in, by the rules of the language for what needs no import. */
  neighbour(name: string, span: Span): Evaluator | undefined {
    return this.imports.neighbour(name, span);
  }

  /** Where a piece of text stands in the module, in ascending order. */
  offsetsOf(piece: string): readonly number[] {
    return this.program.index.offsetsOf(piece);
  }

  call(callee: FunctionValue, args: readonly ArgValue[], frame: Frame | undefined, span: Span): Values {
    return callFunction(this, callee, args, frame, span);
  }

  /** What a callable gives when something else calls it (`default_factory=load`); `call` is where that is said. */
  apply(callee: Value, args: readonly ArgValue[], call: CallExpr): Values {
    return applyValue(this, callee, args, call);
  }

  someInstance(def: ClassDef): InstanceValue {
    return { k: 'instance', origin: this.origin(def.nameSpan), def, home: this, fields: new Map() };
  }

  /** The end of the scope in which a function or class is defined: its defaults and decorators are looked up there. */
  placeOf(def: FunctionDef | ClassDef): Point {
    const block = (def.scope.parent ?? this.program.module).block();
    return { block, index: block.stmts.length };
  }

  functionValue(def: FunctionDef, frame?: Frame, self?: Value): FunctionValue {
    return { k: 'function', origin: this.origin(def.nameSpan), def, home: this, frame, self };
  }

  /** The part of a bound value that a name takes. */
  walk(values: Values, path: readonly Step[], at: Point, frame?: Frame): Values {
    let now = values;
    for (const step of path) {
      now = this.each(now, (value) => {
        if (step.k === 'item') return this.result(value, step.index);
        const { span } = value.origin;
        if (!step.fallback) return memberOf(this, value, step.key, span);
        const fallback = this.evaluate(step.fallback, at, frame);
        if (value.k === 'record') return fieldOf(this, value, step.key, span) ?? fallback;
        return join(memberOf(this, value, step.key, span), fallback);
      });
    }
    return now;
  }

  args(call: CallExpr, at: Point, frame?: Frame): ArgValue[] {
    const args: ArgValue[] = [];
    for (const arg of call.args) {
      const values = this.evaluate(arg.value, at, frame);
      const origin = this.origin(arg.value.span);
      if (arg.spread === 'record') args.push(...spreadRecord(values, origin));
      else if (arg.spread === 'list') args.push(...spreadList(values, origin));
      else args.push({ name: arg.name, sets: arg.sets, values, origin });
    }
    return args;
  }

  /** Whether a further activation may be entered. */
  mayEnter(def: FunctionDef, frame?: Frame): boolean {
    let active = frame;
    let same = 0;
    for (let depth = frame?.depth ?? 0; active && depth > 0; depth -= 1) {
      if (active.def === def) same += 1;
      active = active.outer;
    }
    return same === 0 && (frame?.depth ?? 0) < MAX_FRAMES && this.budget.steps > 0;
  }

  /** The methods of a class that stand outside of it; looked for once. */
  outsideMethods(def: ClassDef): readonly Method[] {
    let found = this.methodMemo.get(def);
    if (!found) {
      found = methodsBeside(this, def);
      this.methodMemo.set(def, found);
    }
    return found;
  }

  memoOfBlock(block: Block): Map<string, readonly Values[]> {
    let memo = this.boundMemo.get(block);
    if (!memo) {
      memo = new Map();
      this.boundMemo.set(block, memo);
    }
    return memo;
  }

  memoOf(def: ClassDef): Map<string, Values> {
    let memo = this.fieldMemo.get(def);
    if (!memo) {
      memo = new Map();
      this.fieldMemo.set(def, memo);
    }
    return memo;
  }
}

/** Whether methods see the members of their class by bare name. Those of Python, JavaScript and Go do not. */
const hasBareMembersIn = (program: Program): boolean => program.language === 'java' || program.language === 'csharp';
