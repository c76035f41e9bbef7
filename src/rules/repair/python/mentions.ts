import type { BindStmt, Expr, Point, Span, Stmt, Target } from '../../../source/program';
import { dotted, wordOf } from './plain';

/** A variable of one scope (`config@120`, `config@` of the module), or an attribute of whatever object (`.config`). */
export type Key = string;

export interface Placed {
  readonly stmt: Stmt;
  readonly at: Point;
}

/** A statement that is about one variable or attribute: it binds it, checks it, or changes something in it. */
export interface Mention {
  readonly stmt: Stmt;
  /** Alone in its block: without it the block needs a `pass`. */
  readonly alone: boolean;
  readonly kind: 'bind' | 'check' | 'change';
  /** The key that a change sets, where the code says it. */
  readonly key?: string;
}

/** A block that one statement makes, and that may not be left empty. */
export const isAlone = ({ block }: Point): boolean =>
  block.stmts.length === 1 && !(block.scope.kind === 'module' && block === block.scope.block());

/** The statements of a file by what they are about. */
export class Mentions {
  private readonly byKey = new Map<Key, Mention[]>();
  private readonly byValue = new Map<number, { readonly key: Key; readonly end: number }>();
  private readonly inBody = new Map<Key, number[]>();
  private readonly classBodies = new Map<Key, Span>();

  constructor(private readonly variable: (name: string, at: number) => Key) {}

  add({ stmt, at }: Placed): void {
    if (stmt.k === 'bind') this.addBind(stmt, at);
    if (stmt.k !== 'eval' || stmt.value.k !== 'call' || !/(?:^|\.)validate_config$/.test(dotted(stmt.value.callee)))
      return;
    const [only, more] = stmt.value.args;
    if (only && !more) this.keep(this.keyOf(only.value), { stmt, alone: isAlone(at), kind: 'check' });
  }

  of(key: Key): readonly Mention[] {
    return this.byKey.get(key) ?? [];
  }

  /** What is bound to the value at a place. */
  boundTo({ start, end }: Span): Key | undefined {
    const found = this.byValue.get(start);
    return found?.end === end ? found.key : undefined;
  }

  /** Where the body of a scope binds a variable, one after the other. */
  starts(key: Key): readonly number[] {
    return this.inBody.get(key) ?? [];
  }

  /** The class whose body binds an attribute: in it the attribute is read by its name. */
  classBody(key: Key): Span | undefined {
    return this.classBodies.get(key);
  }

  private addBind(stmt: BindStmt, at: Point): void {
    const { target, value } = stmt;
    const { block } = at;
    const alone = isAlone(at);
    if (target.k === 'index')
      this.keep(this.keyOf(target.object), { stmt, alone, kind: 'change', key: wordOf(target.key) });
    if (target.k !== 'name' && target.k !== 'member') return;
    // What a class binds is read as an attribute.
    const ofClass = block.scope.kind === 'class' && target.k === 'name';
    if (ofClass) this.classBodies.set(`.${target.name}`, block.scope.class?.span ?? stmt.span);
    const key = ofClass ? `.${target.name}` : this.keyOf(target);
    if (key === undefined) return;
    this.keep(key, { stmt, alone, kind: 'bind' });
    if (!this.byValue.has(value.span.start)) this.byValue.set(value.span.start, { key, end: value.span.end });
    if (block === block.scope.block()) pushTo(this.inBody, key, stmt.span.start);
  }

  private keep(key: Key | undefined, mention: Mention): void {
    if (key !== undefined) pushTo(this.byKey, key, mention);
  }

  private keyOf(target: Expr | Target): Key | undefined {
    if (target.k === 'name') return this.variable(target.name, target.span.start);
    return target.k === 'member' ? `.${target.name}` : undefined;
  }
}

function pushTo<T>(map: Map<Key, T[]>, key: Key, item: T): void {
  const all = map.get(key);
  if (all) all.push(item);
  else map.set(key, [item]);
}
