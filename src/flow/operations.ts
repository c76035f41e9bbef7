import { isOperation, operationOfSymbol } from '../knowledge/policy';
import type { CallExpr, Expr, Program } from '../source/program';
import type { Evaluator } from './evaluate';
import { callsAround } from './scopes';
import type { ServiceUse } from './uses';
import type { Values } from './value';

/** Calls of members whose names operations have; the ones of other objects are sorted out by what they hold. */
const CALLED =
  /\.\s{0,8}(?:chat|completions|responses|embeddings|conversations|files|containers|create|embed|rerank|generate|summarize|retrieve|invoke|apply|list|get|update|delete|change)\w{0,60}\s{0,8}\(/gi;
/** A file that calls more is no file that somebody wrote. */
const MAX_CALLS = 2_000;

/** The operations that are called on each client of a module, as far as one can see. */
export function operationsOf(
  program: Program,
  uses: readonly ServiceUse[],
  evaluator: Evaluator,
): ReadonlyMap<ServiceUse, readonly string[]> {
  const found = new Map(uses.map((use) => [use, new Set(ownOperations(use))]));
  const byCall = new Map<CallExpr, ServiceUse>(uses.map((use) => [use.call, use]));
  const offsets = [...program.text.matchAll(CALLED)].slice(0, MAX_CALLS).map((match) => match.index);
  for (const { call, at } of offsets.length > 0 ? callsAround(program.module.block(), offsets) : []) {
    const { root, names } = chainOf(call.callee);
    if (names.length === 0) continue;
    const candidates = [names[0] ?? '', names.slice(0, 2).join('')];
    for (const use of usesHeld(evaluator.evaluate(root, at), byCall)) {
      for (const name of candidates.filter((one) => isOperation(use.plane, one))) found.get(use)?.add(name);
    }
  }
  return new Map([...found].map(([use, names]) => [use, [...names]]));
}

const usesHeld = (values: Values, byCall: ReadonlyMap<CallExpr, ServiceUse>): ServiceUse[] =>
  values.flatMap((value) => (value.k === 'object' && value.call ? (byCall.get(value.call) ?? []) : []));

/** `client.chat.completions.create` is `chat`, `completions`, `create` on `client`. */
function chainOf(callee: Expr): { root: Expr; names: string[] } {
  const names: string[] = [];
  let root = callee;
  while (root.k === 'member' && names.length < 6) {
    names.unshift(root.name);
    root = root.object;
    if (root.k === 'name' || root.k === 'call') break;
  }
  return { root, names };
}

/** What the client itself says: a class for one operation, a request to one address. */
function ownOperations({ fact, path, plane, endpoint }: ServiceUse): readonly string[] {
  const last = endpoint?.path.split(/[/?#]/).filter((part) => /^[A-Za-z_]{3,60}$/.test(part)) ?? [];
  const candidates = [fact.operation, operationOfSymbol(path), last.slice(-2).join(''), last[last.length - 1]];
  const known = candidates.find((one) => one !== undefined && isOperation(plane, one));
  return known === undefined ? [] : [known];
}
