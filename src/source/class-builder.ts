import type { Node } from 'web-tree-sitter';
import { BlockBuilder } from './block';
import type { Pieces, Unit } from './pieces';
import type { ClassDef, Expr, FunctionDef, Param, Span, Stmt, Target } from './program';
import { declareTyped, TypedScope } from './typed-scope';

/** The name under which constructors are kept: no member that a bare name could mean. */
export const CONSTRUCTOR = '<init>';

interface Field {
  readonly name: string;
  readonly type: Expr | undefined;
}

/** A class of a language with written types while its members are lowered. */
export class ClassBuilder implements Pieces {
  readonly methods = new Map<string, FunctionDef>();
  readonly body: BlockBuilder;
  readonly scope: TypedScope;
  readonly def: ClassDef;
  private readonly added: FunctionDef[] = [];
  private readonly fields: Field[] = [];
  /** Adds what the head of the class gave. */
  private head: (() => void) | undefined;

  constructor(node: Node, parent: ClassDef['scope'], unit: Unit, own: Partial<ClassDef> = {}) {
    const named = node.childForFieldName('name');
    const { methods } = this;
    this.scope = new TypedScope('class', parent, () => this.body);
    this.body = new BlockBuilder(this.scope);
    this.def = {
      name: named ? unit.textOf(named) : '',
      nameSpan: unit.span(named ?? node),
      span: unit.span(node),
      bases: [],
      decorators: [],
      methods,
      body: this.body,
      scope: this.scope,
      fields: this.scope.types,
      ...own,
    };
    this.scope.class = this.def;
  }

  /** A base class or interface by its written type. */
  base(type: Expr | undefined): void {
    if (type) (this.def.bases as Expr[]).push(type);
  }

  /** The first of several methods with one name knows the others. */
  method(def: FunctionDef): void {
    this.added.push(def);
    const first = this.methods.get(def.name);
    if (!first) {
      (def as { overloads?: readonly FunctionDef[] }).overloads = undefined;
      this.methods.set(def.name, def);
      return;
    }
    const others = [...(first.overloads ?? []), def];
    (first as { overloads?: readonly FunctionDef[] }).overloads = others;
    this.methods.set(`${def.name}/${others.length}`, def);
  }

  /** The types of all fields are known to every method. */
  declare(name: string, type: Expr | undefined): void {
    this.fields.push({ name, type });
    declareTyped(this.scope, name, type);
  }

  /** A field with what it holds from the beginning. */
  field(named: Node, span: Span, value: Expr, unit: Unit): void {
    const target = { k: 'name' as const, name: unit.textOf(named), span: unit.span(named) };
    this.body.add({ k: 'bind', span, target, value });
  }

  /** A parameter that the object keeps under its name. */
  keeps(param: Param, span: Span, block: BlockBuilder): void {
    block.add({ k: 'bind', span, target: memberOfThis(param.name, span), value: nameOf(param.name, span) });
    this.declare(param.name, param.type);
  }

  /** A constructor or method that is written nowhere. */
  implied(name: string, spans: Pick<FunctionDef, 'nameSpan' | 'span'>, scope: TypedScope, params: Param[] = []): void {
    const made: FunctionDef = {
      ...spans,
      name,
      params,
      decorators: [],
      isAsync: false,
      self: 'this',
      owner: this.def,
      scope,
      body: scope.block,
    };
    scope.function = made;
    this.method(made);
  }

  /** What came before the first call is of the head, and stays. */
  clear(): void {
    if (!this.head) {
      this.head = this.since({ stmts: 0, methods: 0, fields: 0 });
      return;
    }
    this.body.clear();
    this.methods.clear();
    this.added.length = 0;
    this.fields.length = 0;
    this.scope.types.clear();
    this.scope.declared.clear();
    this.head();
  }

  record(lower: () => void): { again: () => void; declares: string } {
    const before = { stmts: this.body.stmts.length, methods: this.added.length, fields: this.fields.length };
    lower();
    const declares = this.fields.slice(before.fields).map(({ name, type }) => `${name}: ${typeText(type)}`);
    return { again: this.since(before), declares: declares.join('\n') };
  }

  private since(before: { stmts: number; methods: number; fields: number }): () => void {
    const stmts: readonly Stmt[] = this.body.stmts.slice(before.stmts);
    const methods = this.added.slice(before.methods);
    const fields = this.fields.slice(before.fields);
    return () => {
      for (const { name, type } of fields) this.declare(name, type);
      for (const stmt of stmts) this.body.add(stmt);
      for (const def of methods) this.method(def);
    };
  }
}

const nameOf = (name: string, span: Span): Expr => ({ k: 'name', span, name });

/** `this.name` */
export const memberOfThis = (name: string, span: Span): Extract<Target, { k: 'member' }> => ({
  k: 'member',
  object: nameOf('this', span),
  name,
  span,
});

function typeText(type: Expr | undefined): string {
  if (type?.k === 'name') return type.name;
  return type?.k === 'member' ? `${typeText(type.object)}.${type.name}` : '';
}
