import { visitBlock } from '../../../flow/scopes';
import type { ServiceUse } from '../../../flow/uses';
import type { BindStmt, CallExpr, EvalStmt, Expr, RecordExpr, Span } from '../../../source/program';
import type { TextEdit } from '../../contract';
import { wholeLines, withoutArguments } from '../edits';
import type { Names } from './code';
import { isAuthorization, withoutEntry } from './entry';
import type { Key } from './mentions';
import { dotted, wordOf } from './plain';
import { madeFor } from './urllib';

/** A place that sets the header, and the variable by which requests get it. */
interface Header {
  readonly holder: Key;
  readonly stmt: Span;
  readonly edit: TextEdit;
}

const within = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** Headers that carry the key of switched requests and of no others: a signature takes their place. */
export function withoutHeaders(names: Names, uses: readonly ServiceUse[]): TextEdit[] {
  const requests = uses.filter(({ fact }) => fact.operation === 'request');
  const keys = requests
    .flatMap(({ flows, origin }) =>
      flows.filter((flow) => flow.method === 'genai-api-key' && flow.origin.uri === origin.uri),
    )
    .map(({ origin }) => origin.span);
  if (keys.length === 0) return [];
  const variables = boundAt(names, keys);
  const carries = (span: Span): boolean =>
    keys.some((key) => within(key, span)) || names.in(span).some((name) => variables.has(name));
  const places = requests.flatMap(spansOf);
  const isOurs = ({ holder, stmt }: Header): boolean =>
    names.places(holder).every((at) => {
      const here = { start: at, end: at };
      return within(here, stmt) || places.some((span) => within(here, span));
    });
  const found = headers(names, carries);
  places.push(...found.preparing);
  return found.headers.filter(isOurs).map(({ edit }) => edit);
}

/** Where a request is sent, and where it is made, if that is another place. */
const spansOf = (use: ServiceUse): Span[] => [use.call, ...madeFor(use)].map(({ span }) => span);

/** The variables that hold one of the values. */
function boundAt(names: Names, values: readonly Span[]): Set<Key> {
  const found = new Set<Key>();
  visitBlock(names.program.module.block(), {
    expr: () => {},
    stmt: (stmt) => {
      if (stmt.k === 'bind' && stmt.target.k === 'name' && values.some((span) => within(span, stmt.value.span)))
        found.add(names.variable(stmt.target.name, stmt.target.span.start));
    },
    enter: () => true,
  });
  return found;
}

interface Found {
  readonly headers: readonly Header[];
  /** Statements that only make a request of urllib ready. */
  readonly preparing: readonly Span[];
}

function headers(names: Names, carries: (span: Span) => boolean): Found {
  const found: (Header | undefined)[] = [];
  const preparing: Span[] = [];
  const { text } = names.program;
  visitBlock(names.program.module.block(), {
    expr: () => {},
    stmt: (stmt, { block }) => {
      if ((stmt.k === 'bind' || stmt.k === 'eval') && PREPARES.test(calleeOf(stmt.value))) preparing.push(stmt.span);
      if (stmt.k === 'bind') found.push(ofBind(stmt));
      // A block needs a statement.
      else if (stmt.k === 'eval' && block.stmts.length > 1) found.push(ofUpdate(stmt) ?? ofAddition(stmt));
    },
    enter: () => true,
  });
  return { headers: found.filter((one): one is Header => one !== undefined), preparing };

  /** `headers = {…}`, `http = Client(headers={…})`, `session.headers["Authorization"] = …`. */
  function ofBind({ target, value, span }: BindStmt): Header | undefined {
    const holder = holderOf(names, target.k === 'index' ? target.object : target);
    if (holder === undefined) return undefined;
    if (target.k === 'index') {
      const lines =
        wordOf(target.key)?.toLowerCase() === 'authorization' && carries(value.span) && wholeLines(text, span);
      return lines ? { holder, stmt: span, edit: { span: lines, text: '' } } : undefined;
    }
    const edit = value.k === 'record' ? without(value, carries) : value.k === 'call' ? ofCall(value) : undefined;
    return edit && { holder, stmt: span, edit };
  }

  function ofCall(call: CallExpr): TextEdit | undefined {
    for (const arg of call.args) {
      const edit = arg.value.k === 'record' && arg.name === 'headers' ? without(arg.value, carries) : undefined;
      if (!edit || arg.value.k !== 'record') continue;
      return arg.value.entries.length > 1 ? edit : withoutArguments(call, [arg])[0];
    }
    return undefined;
  }

  /** `session.headers.update({…})`. */
  function ofUpdate({ value, span }: EvalStmt): Header | undefined {
    if (value.k !== 'call' || value.callee.k !== 'member' || value.callee.name !== 'update') return undefined;
    const holder = holderOf(names, value.callee.object);
    const given = value.args[0]?.value;
    const edit = given?.k === 'record' ? without(given, carries) : undefined;
    const lines = wholeLines(text, span);
    if (!edit || holder === undefined || given?.k !== 'record' || !lines) return undefined;
    return { holder, stmt: span, edit: given.entries.length > 1 ? edit : { span: lines, text: '' } };
  }

  /** `request.add_header("Authorization", …)`. */
  function ofAddition({ value, span }: EvalStmt): Header | undefined {
    if (value.k !== 'call' || value.callee.k !== 'member' || value.callee.name !== 'add_header') return undefined;
    const holder = holderOf(names, value.callee.object);
    const [name, given] = value.args;
    const lines = wholeLines(text, span);
    if (holder === undefined || !lines || !name || !given || !carries(given.value.span)) return undefined;
    if (wordOf(name.value)?.toLowerCase() !== 'authorization') return undefined;
    return { holder, stmt: span, edit: { span: lines, text: '' } };
  }
}

const PREPARES = /(?:^|\.)Request$|\.add_header$/;
const calleeOf = (value: Expr): string => (value.k === 'call' ? dotted(value.callee) : '');

function without(record: RecordExpr, carries: (span: Span) => boolean): TextEdit | undefined {
  const entry = record.entries.find((one) => isAuthorization(one) && carries(one.value.span));
  return entry && withoutEntry(record, entry);
}

/** The variable at the root of `session.headers`. */
function holderOf(names: Names, expr: Expr | BindStmt['target']): Key | undefined {
  if (expr.k === 'member') return holderOf(names, expr.object);
  return expr.k === 'name' ? names.variable(expr.name, expr.span.start) : undefined;
}
