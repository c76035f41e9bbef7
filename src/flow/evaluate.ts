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
  Scope,
  Span,
  Stmt,
} from '../source/program';
import { applyCall } from './apply';
import { boundInside } from './captured';
import { changed } from './change';
import {
  type ChangeOf,
  type Definition,
  definitionsSeenFrom,
  reachingDefinitions,
  type Step,
  starImports,
} from './definitions';
import { offered, wholeModule } from './exports';
import { callFunction } from './functions';
import { fieldOf, memberOf } from './member';
import { type Method, methodsBeside } from './methods';
import { heldByParameter } from './parameters';
import { holdsAny, visitBlock } from './scopes';
import { entryArgs, someSelf, typedLiteral } from './typed';
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

/** Other modules of the workspace, as far as the engine knows them. */
export interface Modules {
  /** The module that an import names, or undefined when it is not of the workspace. */
  resolve(
    from: string,
    language: string,
    name: ImportName,
    wanted?: string,
  ): { readonly evaluator: Evaluator; readonly whole: boolean } | undefined;
  /** Modules that share one scope with a module, as the files of a package may, and mention or declare a name. */
  peers(from: string, language: string, name: string, how: 'mention' | 'declare'): readonly Evaluator[];
  /** Tells where the analysis starts: others may look back into it. */
  start(evaluator: Evaluator): void;
}

/** What a client call was seen with; one for each call of the file, however many ways lead to it. */
export type Observer = (object: ObjectValue, evaluator: Evaluator) => void;

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

/** Evaluates one module abstractly and on demand: values are sets, branches join, unknown claims nothing. */
export class Evaluator implements Home {
  private readonly memo = new Map<Expr, Values>();
  private readonly busy = new Set<Expr>();
  private globals: ReadonlyMap<string, number[]> | undefined;
  private readonly offsets = new Map<string, number[]>();
  private readonly exports = new Map<string, Values>();
  private readonly peersBy = new Map<string, readonly Evaluator[]>();
  private readonly methodMemo = new Map<ClassDef, readonly Method[]>();
  private readonly boundMemo = new Map<Block, Map<string, readonly Values[]>>();
  private readonly starPaths = new Map<string, string>();
  private readonly fieldMemo = new Map<ClassDef, Map<string, Values>>();

  constructor(
    readonly uri: string,
    readonly program: Program,
    readonly catalogue: Catalogue,
    private readonly budget: Budget,
    private readonly observe: Observer,
    private readonly modules?: Modules,
  ) {}

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
      const [only] = keys;
      if (keys.length !== 1 || !only) return this.unknown(span);
      if (only.k === 'text') return fieldOf(this, value, only.text, span) ?? this.unknown(span, only.text);
      if (only.k === 'const' && typeof only.value === 'number') return this.item(value, only.value, span);
      return this.unknown(span);
    });
  }

  item(value: Value, index: number, span: Span): Values {
    return value.k === 'list' ? (value.items.at(index) ?? this.unknown(span)) : this.unknown(span);
  }

  /** One of the results bound together. What is no list is the first of several (`client, err :=`). */
  result(value: Value, index: number): Values {
    if (value.k === 'list' || value.k === 'const') return this.item(value, index, value.origin.span);
    return index === 0 ? [value] : this.unknown(value.origin.span);
  }

  /** What a name holds at a place: definitions that reach it, then parameters, then the enclosing scopes. */
  lookup(name: string, at: Point, frame: Frame | undefined, span: Span): Values {
    let place = at;
    let active = frame;
    let fromInside = false;
    // What the scopes passed on the way change in the value, and the object whose method is left.
    const inner: ChangeOf[] = [];
    let self: Value | undefined;
    for (;;) {
      const { scope } = place.block;
      self ??= active?.self;
      if (active?.self && name === active.def.self) return [active.self];
      const field = fromInside ? this.fieldAround(name, place, active, span, self) : undefined;
      if (field) return changed(this, field, inner, frame);
      const reaching = fromInside ? definitionsSeenFrom(name, place) : reachingDefinitions(name, place);
      const sets = reaching.definitions.map((definition) => this.define(definition, active));
      if (scope.kind === 'module' || fromInside) sets.push(...this.boundByFunctions(name, place.block));
      if (reaching.complete || (scope.kind === 'module' && sets.length > 0))
        return this.joined(sets, name, span, inner, frame);
      inner.unshift(...reaching.changes);
      const outer = this.outside(name, place, active, span, self);
      if (outer) return changed(this, join(...sets, outer), inner, frame);
      const up = placeAround(scope, this.program);
      if (!up) return changed(this, this.starOrBuiltin(name, at, span), inner, frame);
      if (sets.length > 0) return join(...sets, this.lookup(name, up, active?.outer, span));
      place = up;
      fromInside = true;
      if (scope.kind === 'function') active = active?.outer;
    }
  }

  /** Where members have bare names an assignment of an inner function is one to a variable that is bound here. */
  private mayBeBoundInside(name: string, block: Block): boolean {
    return !this.hasBareMembers || (block.scope.kind !== 'class' && block.touches.has(name));
  }

  private joined(sets: Values[], name: string, span: Span, inner: readonly ChangeOf[], frame?: Frame): Values {
    return sets.length > 0 ? changed(this, join(...sets), inner, frame) : this.unknown(span, name);
  }

  /** Any method may set what a class declares: the field as a whole arrives, not only its initialiser. */
  private fieldAround(name: string, at: Point, frame: Frame | undefined, span: Span, self?: Value): Values | undefined {
    return at.block.scope.kind === 'class' ? this.outside(name, at, frame, span, self) : undefined;
  }

  /** What functions bind to a name of an outer scope: by `global name` in Python, elsewhere by plain assignment. */
  private boundByFunctions(name: string, block: Block): readonly Values[] {
    if (!this.mayBeBoundInside(name, block)) return [];
    if (this.program.language !== 'python') return boundInside(this, name, block);
    const offsets = block === this.program.module.block() ? this.globalStatements().get(name) : undefined;
    if (!offsets) return [];
    const found: Values[] = [];
    visitBlock(this.program.module.block(), {
      expr: () => {},
      stmt: (stmt, at) => {
        if (stmt.k !== 'bind' || stmt.target.k !== 'name' || stmt.target.name !== name) return;
        if (at.block.scope.outerNames?.has(name)) found.push(this.evaluate(stmt.value, at));
      },
      enter: (def) => holdsAny(offsets, def.span.start, def.span.end),
      matters: (stmt) => holdsAny(offsets, stmt.span.start, stmt.span.end) || stmt.k === 'bind',
    });
    return found;
  }

  /** Names of `global a, b` statements and where these stand; read once. */
  private globalStatements(): ReadonlyMap<string, number[]> {
    if (this.globals) return this.globals;
    const globals = new Map<string, number[]>();
    for (const match of this.program.text.matchAll(/^[ \t]+global ([\w, \t]+)/gm)) {
      for (const name of match[1]?.split(',') ?? []) {
        const key = name.trim();
        const at = globals.get(key);
        if (at) at.push(match.index);
        else globals.set(key, [match.index]);
      }
    }
    this.globals = globals;
    return globals;
  }

  /** Where a piece of text stands in the module, in ascending order. */
  offsetsOf(piece: string): readonly number[] {
    let offsets = this.offsets.get(piece);
    if (!offsets) {
      offsets = [];
      const { text } = this.program;
      for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + piece.length)) offsets.push(at);
      this.offsets.set(piece, offsets);
    }
    return offsets;
  }

  /** Parameters, the object of a method, fields that a class scope offers; undefined when the scope has none. */
  private outside(
    name: string,
    at: Point,
    frame: Frame | undefined,
    span: Span,
    around: Value | undefined,
  ): Values | undefined {
    const { scope } = at.block;
    const def = scope.function;
    if (scope.kind === 'class' && scope.class) {
      const isOwn = around?.k === 'instance' && around.def === scope.class;
      const self = frame?.self ?? (isOwn ? around : this.someInstance(scope.class));
      if (name === 'this') return [self];
      return this.hasBareMembers ? fieldOf(this, self, name, span) : undefined;
    }
    if (scope.kind !== 'function' || !def) return undefined;
    if (scope.outerNames?.has(name)) return undefined;
    if (def.self !== undefined && name === def.self) {
      const self = frame?.self ?? someSelf(this, def);
      if (self) return [self];
    }
    return heldByParameter(this, def, name, frame, span);
  }

  call(callee: FunctionValue, args: readonly ArgValue[], frame: Frame | undefined, span: Span): Values {
    return callFunction(this, callee, args, frame, span);
  }

  someInstance(def: ClassDef): InstanceValue {
    return { k: 'instance', origin: this.origin(def.nameSpan), def, home: this, fields: new Map() };
  }

  /** The end of the scope in which a function or class is defined: its defaults and decorators are looked up there. */
  placeOf(def: FunctionDef | ClassDef): Point {
    const block = (def.scope.parent ?? this.program.module).block();
    return { block, index: block.stmts.length };
  }

  private define(definition: Definition, frame?: Frame): Values {
    let values: Values;
    switch (definition.k) {
      case 'value':
        values = this.walk(
          this.evaluate(definition.value, definition.at, frame),
          definition.path,
          definition.at,
          frame,
        );
        break;
      case 'function':
        values = [this.functionValue(definition.def, frame)];
        break;
      case 'class':
        values = [{ k: 'class', origin: this.origin(definition.def.nameSpan), def: definition.def, home: this }];
        break;
      case 'import':
        values = this.imported(definition.name);
        break;
    }
    return changed(this, values, definition.changes, frame);
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

  imported(name: ImportName): Values {
    const found = this.modules?.resolve(this.uri, this.program.language, name);
    if (found) {
      if (found.whole) {
        return (
          wholeModule(found.evaluator, name.span) ?? [
            { k: 'module', origin: this.origin(name.span), home: found.evaluator },
          ]
        );
      }
      return found.evaluator.exported(name.name ?? name.local ?? '', name.span);
    }
    const path = name.name === undefined ? name.module : `${name.module}.${name.name}`;
    return [{ k: 'symbol', origin: this.origin(name.span), path }];
  }

  /** A member of a module seen as a value: what it exports, else a module inside its package. */
  offers(name: string, span: Span): Values {
    const values = this.exported(name, span);
    const known = values.some((value) => value.k !== 'symbol' || value.path !== name);
    const inner = known
      ? undefined
      : this.modules?.resolve(this.uri, this.program.language, { module: '.', name, span });
    return inner?.whole ? [{ k: 'module', origin: this.origin(span), home: inner.evaluator }] : values;
  }

  /** What a module offers under a name: its value at the end of the module. */
  exported(name: string, span: Span): Values {
    const known = this.exports.get(name);
    if (known) return known;
    // Modules that import each other find nothing in the circle.
    this.exports.set(name, this.unknown(span, name));
    const values = this.atEnd(name, span);
    this.exports.set(name, values);
    return values;
  }

  private atEnd(name: string, span: Span): Values {
    const block = this.program.module.block();
    const other = block.touches.has(name) ? undefined : offered(this, name, span);
    return other ?? this.lookup(name, { block, index: block.stmts.length }, undefined, span);
  }

  private starOrBuiltin(name: string, at: Point, span: Span): Values {
    const peer = this.peers(name, 'declare').find((one) => one.program.module.block().touches.has(name));
    if (peer) return peer.exported(name, span);
    const near = this.hasBareMembers ? this.fromStar({ module: OWN_PACKAGE, name: '*', span }, name, span) : undefined;
    if (near) return near;
    const top = this.program.module.block();
    const stars = starImports({ block: top, index: at.block === top ? at.index : top.stmts.length });
    for (const star of stars) {
      const values = this.fromStar(star, name, span);
      if (values) return values;
    }
    const path = this.pathIn(stars, name);
    if (path !== undefined) return [{ k: 'symbol', origin: this.origin(span), path }];
    const variable = this.environmentName(name);
    if (variable !== undefined) return [{ k: 'env', origin: this.origin(span), name: variable }];
    return [{ k: 'symbol', origin: this.origin(span), path: name }];
  }

  /** Modules that share one scope with this one and mention or declare a name. */
  peers(name: string, how: 'mention' | 'declare' = 'mention'): readonly Evaluator[] {
    const key = `${how} ${name}`;
    let found = this.peersBy.get(key);
    if (!found) {
      found = this.modules?.peers(this.uri, this.program.language, name, how) ?? [];
      this.peersBy.set(key, found);
    }
    return found;
  }

  /** A symbol that is known by name, in whatever package, before one that only its family tells. */
  private pathIn(stars: readonly ImportName[], name: string): string | undefined {
    if (stars.length === 0) return undefined;
    const key = `${stars.length} ${name}`;
    let path = this.starPaths.get(key);
    if (path === undefined) {
      const paths = stars.map((star) => `${star.module}.${name}`);
      const known = this.catalogue.named(name) ? undefined : paths.find((one) => this.catalogue.find(one));
      path = paths.find((one) => this.catalogue.named(one)) ?? known ?? '';
      this.starPaths.set(key, path);
    }
    return path === '' ? undefined : path;
  }

  /** A module that some class stands in, by the rules of the language for what needs no import. */
  neighbour(name: string, span: Span): Evaluator | undefined {
    const found = { module: OWN_PACKAGE, name: '*', span };
    return this.modules?.resolve(this.uri, this.program.language, found, name)?.evaluator;
  }

  /** What a star import of the workspace, or one of the members of a class, offers under a name. */
  private fromStar(star: ImportName, name: string, span: Span): Values | undefined {
    const isKnown = (value: Value): boolean => !['unknown', 'symbol', 'env', 'method'].includes(value.k);
    if (star.members) {
      const dot = star.module.lastIndexOf('.');
      const owner = this.imported({ module: star.module.slice(0, dot), name: star.module.slice(dot + 1), span });
      const values = this.each(owner, (value) => memberOf(this, value, name, span));
      return values.some(isKnown) ? values : undefined;
    }
    const found = this.modules?.resolve(this.uri, this.program.language, star, name);
    const values = found?.evaluator.exported(name, span);
    return values?.some(isKnown) ? values : undefined;
  }

  /** In scripts a variable that nothing sets is one of the environment. */
  private environmentName(name: string): string | undefined {
    if (this.program.language === 'shell' && name.startsWith('$')) return name.slice(1);
    if (this.program.language === 'powershell' && name.startsWith('$env:')) return name.slice('$env:'.length);
    return undefined;
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

/** The module of what needs no import: the package or namespace of the file itself. */
const OWN_PACKAGE = '.';

/** Whether methods see the members of their class by bare name. Those of Python, JavaScript and Go do not. */
const hasBareMembersIn = (program: Program): boolean => program.language === 'java' || program.language === 'csharp';

/** Where a scope is defined in the enclosing one; undefined for the module. */
function placeAround(scope: Scope, program: Program): Point | undefined {
  let up = scope.parent;
  while (up?.kind === 'class' && !hasBareMembersIn(program)) up = up.parent;
  if (!up) return undefined;
  const block = up.block();
  const span = (scope.function ?? scope.class)?.span;
  return { block, index: span ? indexAt(block, span.start) : block.stmts.length };
}

/** The statement of a block that holds an offset, or its end. */
function indexAt(block: Block, offset: number): number {
  const { stmts } = block;
  let low = 0;
  let high = stmts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stmts[middle] as Stmt).span.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function spreadRecord(values: Values, origin: Origin): ArgValue[] {
  const args: ArgValue[] = [];
  for (const value of values) {
    if (value.k === 'record') {
      for (const [name, held] of value.fields) args.push({ name, values: held, origin });
      for (const base of value.bases) args.push(...spreadRecord(base, origin));
    } else {
      args.push({ name: '**', values: [value], origin });
    }
  }
  return args;
}

function spreadList(values: Values, origin: Origin): ArgValue[] {
  const [only] = values;
  if (only?.k === 'list') return only.items.map((item) => ({ values: item, origin }));
  return [{ name: '*', values, origin }];
}
