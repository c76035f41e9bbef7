import { HOLE } from '../knowledge/host';
import type {
  Arg,
  Block,
  CallExpr,
  Expr,
  FunctionDef,
  Program,
  RecordExpr,
  Span,
  Stmt,
  StringExpr,
  Target,
} from '../source/program';
import { assignmentIn } from './assignment';

/** A literal text and the name under which the program knows it. */
export interface Bound {
  readonly text: string;
  readonly span: Span;
  /** The name, key, keyword or callee to which it is given. */
  readonly name: string;
  readonly group: Group;
  /** Literals that stand elsewhere and whose names are filled in. */
  readonly parts: readonly StringExpr[];
}

/** What stands together: the entries of a record, the arguments of a call or of a chain of calls, or the whole file. */
export interface Group {
  readonly members: Bound[];
  /** Names of all entries, those of unknown values too. */
  readonly names: string[];
  readonly callee: string;
  readonly parent?: Group;
}

export interface Bindings {
  readonly file: Group;
  readonly groups: readonly Group[];
}

/** Code and markup of which nothing but its text is known: no literal has a name. */
export const isUnparsed = ({ language }: Program): boolean =>
  language === 'markdown' || language === 'foreign' || language === 'text';

/** Collects every literal of a program under its names. */
export function bindingsOf(program: Program): Bindings {
  const walk = new Walk(program.text);
  walk.constants(program.module.block());
  walk.block(program.module.block());
  return { file: walk.file, groups: walk.groups };
}

/** `a.b.c` as one word; undefined for anything else. */
function pathOf(expr: Expr): string | undefined {
  if (expr.k === 'name') return expr.name;
  if (expr.k !== 'member') return undefined;
  const object = pathOf(expr.object);
  return object === undefined ? undefined : `${object}.${expr.name}`;
}

function targetPath(target: Target): string | undefined {
  if (target.k === 'name') return target.name;
  if (target.k === 'member') {
    const object = pathOf(target.object);
    return object === undefined ? target.name : `${object}.${target.name}`;
  }
  if (target.k === 'index' && target.key.k === 'string') return literal(target.key);
  return undefined;
}

export const literal = (expr: StringExpr): string =>
  expr.parts.map((part) => (typeof part === 'string' ? part : HOLE)).join('');

const lastName = (path: string | undefined): string => path?.slice(path.lastIndexOf('.') + 1) ?? '';

/** Methods that put a value under a key. */
const PUTS = /^(?:put|setProperty|putString)$/;

/** What a program of millions of expressions may cost. */
const FUEL = 400_000;

class Walk {
  readonly file: Group = { members: [], names: [], callee: '' };
  readonly groups: Group[] = [this.file];
  /** Names bound once to a literal; `undefined` for those bound more often. */
  private readonly known = new Map<string, StringExpr | undefined>();
  private fuel = FUEL;

  constructor(private readonly source: string) {}

  constants(block: Block): void {
    for (const stmt of block.stmts) {
      if (stmt.k !== 'bind' || stmt.value.k !== 'string') continue;
      const path = targetPath(stmt.target);
      if (path !== undefined) this.known.set(path, this.known.has(path) ? undefined : stmt.value);
    }
  }

  block(block: Block): void {
    for (const stmt of block.stmts) this.statement(stmt);
  }

  private statement(stmt: Stmt): void {
    if ((this.fuel -= 1) < 0) return;
    switch (stmt.k) {
      case 'bind':
        this.expr(stmt.value, lastName(targetPath(stmt.target)), this.file);
        break;
      case 'eval':
        this.expr(stmt.value, '', this.file);
        break;
      case 'return':
        if (stmt.value) this.expr(stmt.value, '', this.file);
        break;
      case 'branch':
        for (const arm of stmt.arms) this.block(arm.block);
        break;
      case 'function':
        this.function(stmt.def);
        break;
      case 'class':
        this.block(stmt.def.body);
        for (const method of stmt.def.methods.values()) this.function(method);
        break;
      default:
        break;
    }
  }

  private function(def: FunctionDef): void {
    for (const param of def.params) if (param.default) this.expr(param.default, param.name, this.file);
    this.block(def.body());
  }

  private expr(expr: Expr, name: string, group: Group): void {
    if ((this.fuel -= 1) < 0) return;
    switch (expr.k) {
      case 'string':
        if (this.assignment(expr, group)) break;
        this.add(this.textOf(expr), expr.span, name, group, this.partsOf(expr));
        for (const part of expr.parts) if (typeof part !== 'string') this.expr(part, '', group);
        break;
      case 'name':
      case 'member': {
        const known = this.known.get(pathOf(expr) ?? '');
        if (known) this.add(this.textOf(known), known.span, name, group);
        else if (expr.k === 'member') this.expr(expr.object, '', group);
        break;
      }
      case 'record':
        this.record(expr, group);
        break;
      case 'call':
        this.call(expr, group);
        break;
      case 'function':
        this.function(expr.def);
        break;
      case 'assign':
        this.expr(expr.value, lastName(targetPath(expr.target)), group);
        break;
      case 'await':
        this.expr(expr.value, name, group);
        break;
      case 'index':
        this.expr(expr.object, '', group);
        break;
      case 'list':
        this.list(expr.items, name, group);
        break;
      case 'choice':
        for (const option of expr.options) this.expr(option, name, group);
        break;
      case 'other':
        for (const part of expr.parts) this.expr(part, name, group);
        break;
      default:
        break;
    }
  }

  /** Names in a text that stand for a literal are filled in; what stays unknown is a hole. */
  private textOf(expr: StringExpr): string {
    return expr.parts
      .map((part) => {
        if (typeof part === 'string') return part;
        const known = this.filledIn(expr, part);
        return known ? literal(known) : HOLE;
      })
      .join('');
  }

  private partsOf(expr: StringExpr): StringExpr[] {
    return expr.parts.flatMap((part) => (typeof part === 'string' ? [] : (this.filledIn(expr, part) ?? [])));
  }

  private filledIn(expr: StringExpr, part: Expr): StringExpr | undefined {
    const known = this.known.get(pathOf(part) ?? '');
    return known === expr ? undefined : known;
  }

  private add(text: string, span: Span, name: string, group: Group, parts: readonly StringExpr[] = []): void {
    group.members.push({ text, span, name, group, parts });
    group.names.push(name);
  }

  private open(parent: Group, callee: string): Group {
    const group: Group = { members: [], names: [], callee, parent };
    this.groups.push(group);
    return group;
  }

  /** Variables that one list sets stand together, as the entries of a record do. */
  private list(items: readonly Expr[], name: string, parent: Group): void {
    const isSet = (item: Expr): boolean => item.k === 'string' && assignmentIn(this.source, item) !== undefined;
    const variables = items.some(isSet) ? this.open(parent, '') : parent;
    for (const item of items) this.expr(item, name, isSet(item) ? variables : parent);
  }

  private assignment(expr: StringExpr, group: Group): boolean {
    const found = assignmentIn(this.source, expr);
    if (found) this.add(found.text, found.span, found.name, group);
    return found !== undefined;
  }

  private record(expr: RecordExpr, parent: Group): void {
    const group = this.open(parent, lastName(expr.type && pathOf(expr.type)));
    const named = expr.entries.find((entry) => entry.key === 'name')?.value;
    for (const entry of expr.entries) {
      const key = entry.key ?? '';
      group.names.push(key);
      this.expr(entry.value, key, group);
      // Environment of a container: `name: X` beside `value: …`.
      if (key === 'value' && named?.k === 'string' && entry.value.k === 'string') {
        this.add(this.textOf(entry.value), entry.value.span, literal(named), this.file);
      }
    }
  }

  /** Calls of a chain (`builder().user(…).fingerprint(…)`) share one group. */
  private call(expr: CallExpr, parent: Group): Group {
    const name = lastName(pathOf(expr.callee)) || (expr.callee.k === 'member' ? expr.callee.name : '');
    const inner = expr.callee.k === 'member' ? expr.callee.object : undefined;
    const group = inner?.k === 'call' ? this.call(inner, parent) : this.open(parent, pathOf(expr.callee) ?? name);
    if (inner && inner.k !== 'call') this.expr(inner, '', parent);
    for (const arg of expr.args) this.arg(arg, name, group);
    this.entry(expr, name);
    return group;
  }

  /** `config.put("user", "…")`: the literal stands in the program under its key. */
  private entry({ args }: CallExpr, name: string): void {
    const [key, value, more] = args;
    if (more || key?.value.k !== 'string' || !value || !PUTS.test(name)) return;
    const { value: held } = value;
    if (held.k === 'string') this.add(this.textOf(held), held.span, literal(key.value), this.file, this.partsOf(held));
  }

  private arg(arg: Arg, callee: string, group: Group): void {
    if (arg.name !== undefined) group.names.push(arg.name);
    this.expr(arg.value, arg.name ?? callee, group);
  }
}
