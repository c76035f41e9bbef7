import { IDENTITY_KEYS } from '../../../knowledge/sdks/python-writing';
import type {
  BindStmt,
  BranchStmt,
  Expr,
  FunctionDef,
  ImportName,
  ImportStmt,
  Program,
  Span,
  Stmt,
} from '../../../source/program';
import type { TextEdit } from '../../contract';
import { lineStart, occurrences, wholeLines } from '../edits';
import { type Names, namedAt } from './code';
import { isAlone, type Key, type Mention } from './mentions';
import { nameWithComma } from './module';
import { dotted, isPlain, KEEPS_RESULT } from './plain';

const within = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
const holds = (span: Span, at: number): boolean => span.start <= at && at < span.end;

/** What it binds is read from somewhere. */
const reads = ({ value }: BindStmt): boolean => value.k !== 'string' && value.k !== 'const';

/** What a file no longer needs when its clients have another credential, and the edits that remove it. */
export class Unneeded {
  private readonly program: Program;
  private removals: TextEdit[] = [];
  /** Text that the edits took away; only what it names can have become unneeded. */
  private gone: Span[];

  /** `written` is what else the repair adds: imports and functions. `origins` is where credentials are made; `imported` says that other modules look into this one. */
  constructor(
    private readonly names: Names,
    private readonly edits: readonly TextEdit[],
    private readonly origins: readonly Span[],
    private readonly written: string,
    private readonly imported = false,
  ) {
    this.program = names.program;
    this.gone = edits.map(({ span }) => span);
  }

  /** The edits that remove variables, checks of them and imports, in whatever order they became unneeded. */
  remove(): TextEdit[] {
    const keys = new Set<Key>(this.origins.flatMap((span) => this.names.boundTo(span) ?? []));
    for (let before = -1; before !== this.removals.length; ) {
      before = this.removals.length;
      for (const span of this.gone) for (const key of this.names.in(span)) keys.add(key);
      for (const key of keys) this.tryRemove(key);
    }
    this.dropBranches();
    return [...this.removals, ...this.deadImports()];
  }

  /** Whether a credential is still made: its place stays, and is not a function that nobody calls any more. */
  isStillRead(): boolean {
    return this.origins.some((origin) => {
      // A literal reads nothing.
      if (/^[A-Za-z]{0,2}["']/.test(this.program.text.slice(origin.start, origin.start + 3))) return false;
      if (this.gone.some((span) => within(origin, span) || within(span, origin))) return false;
      const helper = this.names.around(origin).find(({ span }) => !this.edits.some((edit) => within(edit.span, span)));
      return !helper || this.isCalled(helper);
    });
  }

  private isCalled({ name, nameSpan, owner, decorators }: FunctionDef): boolean {
    if (/^__\w+__$/.test(name) || decorators.some((one) => !KEEPS_RESULT.test(dotted(one)))) return true;
    const key = owner ? `.${name}` : this.names.variable(name, nameSpan.start);
    return this.places(key).some((at) => at !== nameSpan.start);
  }

  /** Values whose only effect is to be there. */
  private readonly isRemovable = (value: Expr): boolean =>
    this.origins.some((span) => span.start === value.span.start && span.end === value.span.end) ||
    isPlain(value, this.isRemovable);

  private places(key: Key): number[] {
    const body = this.names.about(key).classBody(key);
    const bare = body ? namedAt(this.names.code, key.slice(1)).filter((at) => holds(body, at)) : [];
    return [...this.names.places(key), ...bare].filter((at) => !this.gone.some((span) => holds(span, at)));
  }

  /** Whether the new texts in the place of old ones name it. */
  private isKept(key: Key): boolean {
    if (key.startsWith('.')) return this.edits.some(({ text }) => new RegExp(`\\${key}(?![\\w$])`).test(text));
    const name = key.slice(0, key.indexOf('@'));
    return this.edits.some(
      ({ text, span }) => occurrences(text, name) > 0 && this.names.variable(name, span.start) === key,
    );
  }

  private mayGo({ stmt, kind }: Mention): boolean {
    if (kind === 'bind' && !this.isRemovable((stmt as BindStmt).value)) return false;
    return !this.gone.some((span) => within(stmt.span, span));
  }

  private tryRemove(key: Key): void {
    const about = this.names.about(key);
    const own = about.of(key).filter((one) => this.mayGo(one));
    const starts = about.starts(key);
    const inBody = own.every(({ kind, stmt }) => kind !== 'bind' || starts.includes(stmt.span.start));
    // A name that the body of its scope binds again begins another life.
    const from = inBody && !key.startsWith('.') ? starts : [0];
    for (const [at, start] of from.entries()) {
      const life = { start, end: from[at + 1] ?? Number.MAX_SAFE_INTEGER };
      const inLife = own.filter(({ stmt }) => holds(life, stmt.span.start));
      this.removeLife(key, inLife, life);
    }
  }

  /** Whether other modules may import it. */
  private isOffered(key: Key): boolean {
    return (this.imported && key.endsWith('@') && !key.startsWith('_')) || this.names.isListed(key);
  }

  private removeLife(key: Key, own: readonly Mention[], life: Span): void {
    const binds = own.filter(({ kind }) => kind === 'bind');
    // A choice of plain values reads as code; an empty branch does not.
    if (binds.length === 0 || binds.some(({ alone, stmt }) => alone && !reads(stmt as BindStmt))) return;
    const left = this.places(key).filter(
      (at) => (holds(life, at) || this.names.isOuter(key, at)) && !own.some(({ stmt }) => holds(stmt.span, at)),
    );
    if (left.length > 0) return;
    const stays = this.isKept(key) || this.isOffered(key);
    for (const one of own) {
      if (!stays) this.drop(one);
      else if (one.kind === 'bind') this.empty(one.stmt as BindStmt);
      else if (one.kind === 'check' || (one.key !== undefined && IDENTITY_KEYS.has(one.key))) this.drop(one);
    }
  }

  /** A `try` or `if` of which nothing is left. */
  private dropBranches(): void {
    const isGone = (stmt: Stmt): boolean => this.removals.some(({ span }) => within(stmt.span, span));
    const isEmpty = ({ arms }: BranchStmt): boolean =>
      arms.every(({ block, test }) => block.stmts.every(isGone) && (!test || this.isRemovable(test))) &&
      arms.some(({ block }) => block.stmts.length > 0);
    for (const { stmt, at } of this.names.stmts) {
      if (stmt.k !== 'branch' || stmt.loops || !isEmpty(stmt)) continue;
      this.removals = this.removals.filter(({ span }) => !within(span, stmt.span));
      this.drop({ stmt, alone: isAlone(at) });
    }
  }

  private drop({ stmt, alone }: Pick<Mention, 'stmt' | 'alone'>): void {
    const { text } = this.program;
    const lines = wholeLines(this.program.text, this.withComment(stmt.span));
    if (alone || !lines) {
      if (alone) this.take({ span: { ...stmt.span }, text: 'pass' });
      return;
    }
    const blank = /^(?:[ \t]*\r?\n)*/.exec(text.slice(lines.end))?.[0] ?? '';
    const behindBlank = text.slice(lineStart(text, lines.start - 1), lines.start).trim() === '';
    this.take({ span: { start: lines.start, end: lines.end + (behindBlank ? blank.length : 0) }, text: '' });
  }

  /** A comment behind a statement is about it. */
  private withComment({ start, end }: Span): Span {
    const behind = /^[ \t]*#[^\n]*/.exec(this.program.text.slice(end, end + 400));
    return { start, end: end + (behind?.[0].trimEnd().length ?? 0) };
  }

  /** What must be there for those who name it, but reads nothing any more. */
  private empty({ value }: BindStmt): void {
    const region = value.k === 'record' ? value.entries.find(({ key }) => key === 'region') : undefined;
    const text = region ? `{${this.program.text.slice(region.span.start, region.span.end)}}` : '{}';
    // What others import may be anything; only what reads a credential is emptied.
    if (value.k !== 'call' && value.k !== 'record') return;
    if (value.span.end - value.span.start > 2) this.take({ span: { ...value.span }, text });
  }

  private take(edit: TextEdit): void {
    const taken = [...this.edits, ...this.removals];
    if (taken.some(({ span }) => span.start < edit.span.end && edit.span.start < span.end)) return;
    this.removals.push(edit);
    this.gone = [...this.gone, edit.span];
  }

  /** Imports that only removed text named. */
  private deadImports(): TextEdit[] {
    const removed = this.gone.map(({ start, end }) => this.names.code.slice(start, end)).join('\n');
    const { stmts } = this.program.module.block();
    const imports = stmts.filter((stmt): stmt is ImportStmt => stmt.k === 'import');
    const isDead = ({ local }: ImportName): boolean => {
      if (local === undefined || namedAt(removed, local).length === 0) return false;
      if (occurrences(this.written, local) > 0 || this.isKept(`${local}@`)) return false;
      return this.places(`${local}@`).every((at) => imports.some(({ span }) => holds(span, at)));
    };
    return imports.flatMap((stmt) => {
      const dead = stmt.names.filter(isDead);
      const lines = wholeLines(this.program.text, stmt.span);
      if (dead.length === stmt.names.length && dead.length > 0 && lines) return [{ span: lines, text: '' }];
      return dead.map((name) => ({ span: nameWithComma(stmt, name), text: '' }));
    });
  }
}
