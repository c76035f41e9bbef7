import { visitBlock } from '../../../flow/scopes';
import type { ServiceUse } from '../../../flow/uses';
import type { Target } from '../../../knowledge/sdks/target';
import type { Arg, CallExpr, Entry, RecordExpr, Span, Stmt } from '../../../source/program';
import type { TextEdit } from '../../contract';
import { appendedArgument, argumentWithComma, wholeLines } from '../edits';
import { type Key, type Names, wordOf } from './code';
import { httpxAuth } from './httpx';
import type { PythonModule } from './module';
import { named, signer } from './signer';

/** `requests.post(url, headers={"Authorization": …})` becomes `requests.post(url, auth=…)`; sessions take it too. */
export function request(module: PythonModule, use: ServiceUse, target: Target): TextEdit[] | undefined {
  const { call, path } = use;
  if (call.callee.k !== 'member') return undefined;
  const auth = path.startsWith('httpx.')
    ? httpxAuth(module, target)
    : path.startsWith('requests.')
      ? signer(module, target)
      : undefined;
  if (auth === undefined) return undefined;
  const given = named(call, 'auth');
  if (given) return [{ span: given.value.span, text: auth }];
  const headers = named(call, 'headers');
  const entries = headers?.value.k === 'record' ? headers.value.entries : [];
  const entry = entries.find(isAuthorization);
  if (headers && entry && entries.length === 1) return [{ span: headers.span, text: `auth=${auth}` }];
  const appended = appendedArgument(module.program.text, call, `auth=${auth}`);
  if (!headers || !entry || headers.value.k !== 'record') return appended && [appended];
  const behind = { start: headers.span.end, end: headers.span.end };
  return [withoutEntry(headers.value, entry), { span: behind, text: `, auth=${auth}` }];
}

const isAuthorization = ({ key }: Entry): boolean => key?.toLowerCase() === 'authorization';

function withoutEntry({ entries }: RecordExpr, entry: Entry): TextEdit {
  const at = entries.indexOf(entry);
  const next = entries[at + 1];
  const start = next ? entry.span.start : (entries[at - 1]?.span.end ?? entry.span.start);
  return { span: { start, end: next?.span.start ?? entry.span.end }, text: '' };
}

const within = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** Headers that carry the key of switched requests, wherever the file sets them: a signature takes their place. */
export function withoutHeaders(names: Names, uses: readonly ServiceUse[]): TextEdit[] {
  const keys = uses
    .filter(({ fact }) => fact.operation === 'request')
    .flatMap(({ flows, origin }) =>
      flows.filter((flow) => flow.method === 'genai-api-key' && flow.origin.uri === origin.uri),
    )
    .map(({ origin }) => origin.span);
  if (keys.length === 0) return [];
  const variables = boundAt(names, keys);
  const carries = (span: Span): boolean =>
    keys.some((key) => within(key, span)) || names.in(span).some((name) => variables.has(name));
  return [...headerEdits(names, carries)];
}

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

function headerEdits(names: Names, carries: (span: Span) => boolean): TextEdit[] {
  const { program } = names;
  const edits: TextEdit[] = [];
  const remove = (stmt: Stmt): void => {
    const lines = wholeLines(program.text, stmt.span);
    if (lines) edits.push({ span: lines, text: '' });
  };
  const record = (value: RecordExpr, call?: CallExpr, arg?: Arg): void => {
    const entry = value.entries.find((one) => isAuthorization(one) && carries(one.value.span));
    if (!entry) return;
    if (value.entries.length > 1) edits.push(withoutEntry(value, entry));
    else if (call && arg?.name !== undefined)
      edits.push({ span: argumentWithComma(program.text, call, arg), text: '' });
    else edits.push({ span: entry.span, text: '' });
  };
  const seen = new Set<RecordExpr>();
  visitBlock(program.module.block(), {
    expr: (expr) => {
      if (expr.k === 'call')
        for (const arg of expr.args)
          if (arg.value.k === 'record') {
            seen.add(arg.value);
            record(arg.value, expr, arg);
          }
      if (expr.k === 'record' && !seen.has(expr)) record(expr);
    },
    stmt: (stmt, { block }) => {
      if (stmt.k !== 'bind' || stmt.target.k !== 'index' || block.stmts.length === 1) return;
      if (wordOf(stmt.target.key)?.toLowerCase() === 'authorization' && carries(stmt.value.span)) remove(stmt);
    },
    enter: () => true,
  });
  return edits;
}
