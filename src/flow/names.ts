import type { Block, Point, Scope, Span, Stmt } from '../source/program';
import { boundInside } from './captured';
import { changed } from './change';
import { type ChangeOf, type Definition, definitionsSeenFrom, reachingDefinitions } from './definitions';
import type { Evaluator } from './evaluate';
import { fieldOf } from './member';
import { heldByParameter } from './parameters';
import { holdsAny, visitBlock } from './scopes';
import { someSelf } from './typed';
import { type Frame, join, type Value, type Values } from './value';

/** Names of one module: which definitions reach a place, through the scopes around it. */
export class Names {
  private globals: ReadonlyMap<string, number[]> | undefined;

  constructor(private readonly evaluator: Evaluator) {}

  /** What a name holds at a place: definitions that reach it, then parameters, then the enclosing scopes. */
  lookup(name: string, at: Point, frame: Frame | undefined, span: Span, isOuter = false): Values {
    let place = at;
    let active = frame;
    let fromInside = isOuter;
    // What the scopes passed on the way change in the value, and the object whose method is left.
    const inner: ChangeOf[] = [];
    let self: Value | undefined;
    for (;;) {
      const { scope } = place.block;
      self ??= active?.self;
      if (active?.self && name === active.def.self) return [active.self];
      const field = fromInside ? this.fieldAround(name, place, active, span, self) : undefined;
      if (field) return changed(this.evaluator, field, inner, frame);
      const reaching = fromInside ? definitionsSeenFrom(name, place) : reachingDefinitions(name, place);
      const sets = reaching.definitions.map((definition) => this.define(definition, active));
      if (scope.kind === 'module' || fromInside) sets.push(...this.boundByFunctions(name, place.block));
      if (reaching.complete || (scope.kind === 'module' && sets.length > 0))
        return this.joined(sets, name, span, inner, frame);
      inner.unshift(...reaching.changes);
      const outer = this.outside(name, place, active, span, self);
      if (outer) return changed(this.evaluator, join(...sets, outer), inner, frame);
      const up = placeAround(scope, this.evaluator);
      if (!up) return changed(this.evaluator, this.evaluator.beyond(name, at, span), inner, frame);
      if (sets.length > 0) return join(...sets, this.lookup(name, up, active?.outer, span, true));
      place = up;
      fromInside = true;
      if (scope.kind === 'function') active = active?.outer;
    }
  }

  /** Where members have bare names an assignment of an inner function is one to a variable that is bound here. */
  private mayBeBoundInside(name: string, block: Block): boolean {
    return !this.evaluator.hasBareMembers || (block.scope.kind !== 'class' && block.touches.has(name));
  }

  private joined(sets: Values[], name: string, span: Span, inner: readonly ChangeOf[], frame?: Frame): Values {
    return sets.length > 0 ? changed(this.evaluator, join(...sets), inner, frame) : this.evaluator.unknown(span, name);
  }

  /** Any method may set what a class declares: the field as a whole arrives, not only its initialiser. */
  private fieldAround(name: string, at: Point, frame: Frame | undefined, span: Span, self?: Value): Values | undefined {
    return at.block.scope.kind === 'class' ? this.outside(name, at, frame, span, self) : undefined;
  }

  /** What functions bind to a name of an outer scope: by `global name` in Python, elsewhere by plain assignment. */
  private boundByFunctions(name: string, block: Block): readonly Values[] {
    if (!this.mayBeBoundInside(name, block)) return [];
    if (this.evaluator.program.language !== 'python') return boundInside(this.evaluator, name, block);
    const offsets = block === this.evaluator.program.module.block() ? this.globalStatements().get(name) : undefined;
    if (!offsets) return [];
    const found: Values[] = [];
    visitBlock(this.evaluator.program.module.block(), {
      expr: () => {},
      stmt: (stmt, at) => {
        if (stmt.k !== 'bind' || stmt.target.k !== 'name' || stmt.target.name !== name) return;
        if (at.block.scope.outerNames?.has(name)) found.push(this.evaluator.evaluate(stmt.value, at));
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
    for (const match of this.evaluator.program.text.matchAll(/^[ \t]+global ([\w, \t]+)/gm)) {
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
      const self = frame?.self ?? (isOwn ? around : this.evaluator.someInstance(scope.class));
      if (name === 'this') return [self];
      return this.evaluator.hasBareMembers ? fieldOf(this.evaluator, self, name, span) : undefined;
    }
    if (scope.kind !== 'function' || !def) return undefined;
    if (scope.outerNames?.has(name)) return undefined;
    if (def.self !== undefined && name === def.self) {
      const self = frame?.self ?? someSelf(this.evaluator, def);
      if (self) return [self];
    }
    return heldByParameter(this.evaluator, def, name, frame, span);
  }

  private define(definition: Definition, frame?: Frame): Values {
    let values: Values;
    switch (definition.k) {
      case 'value':
        values = this.evaluator.walk(
          this.evaluator.evaluate(definition.value, definition.at, frame),
          definition.path,
          definition.at,
          frame,
        );
        break;
      case 'function':
        values = [this.evaluator.functionValue(definition.def, frame)];
        break;
      case 'class':
        values = [
          {
            k: 'class',
            origin: this.evaluator.origin(definition.def.nameSpan),
            def: definition.def,
            home: this.evaluator,
          },
        ];
        break;
      case 'import':
        values = this.evaluator.imported(definition.name);
        break;
    }
    return changed(this.evaluator, values, definition.changes, frame);
  }
}

/** Where a scope is defined in the enclosing one; undefined for the module. */
function placeAround(scope: Scope, { hasBareMembers }: Evaluator): Point | undefined {
  let up = scope.parent;
  while (up?.kind === 'class' && !hasBareMembers) up = up.parent;
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
