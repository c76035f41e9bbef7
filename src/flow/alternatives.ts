import type { Block, CallExpr, Expr, Point, Program } from '../source/program';
import { callsAround, visitExpr } from './scopes';
import type { ServiceUse } from './uses';

/** How many functions deep a client may be made below the branch that chooses it. */
const DEPTH = 3;

/** A place where a client may be made: its own call, or the call of a function that makes it. */
interface Place {
  readonly call: CallExpr;
  readonly at: Point;
  /** From the body of the function or module down to the place. */
  readonly path: readonly Point[];
}

/**
 * Uses of which the program makes one or the other: clients of one plane in different arms of a branch, after an arm
 * that returns, or made by functions that are called so. Each is given the credentials of the others.
 */
export function withAlternatives(uses: readonly ServiceUse[], program: Program): readonly ServiceUse[] {
  const services = new Set(uses.map(serviceOf));
  const mixed = [...services].filter((service) => isMixed(uses.filter((use) => serviceOf(use) === service)));
  if (mixed.length === 0) return uses;
  const calls = new Calls(program, uses);
  const places = new Map<ServiceUse, readonly Place[]>();
  const placesOf = (use: ServiceUse): readonly Place[] => {
    const found = places.get(use) ?? lifted(calls, calls.at(use.call), DEPTH);
    places.set(use, found);
    return found;
  };
  return uses.map((use) => {
    if (!mixed.includes(serviceOf(use))) return use;
    const others = uses.filter((other) => other !== use && serviceOf(other) === serviceOf(use));
    const alternatives = others.filter((other) => exclude(placesOf(use), placesOf(other)));
    return alternatives.length === 0 ? use : { ...use, alternatives: alternatives.flatMap(({ flows }) => flows) };
  });
}

/** Planes have several clients; of other services only the client tells them apart. */
const serviceOf = ({ plane, path }: ServiceUse): string => (plane === 'other-oci' ? path : plane);

/** Only where the credentials differ does it matter which client is made. */
const isMixed = (uses: readonly ServiceUse[]): boolean =>
  new Set(uses.flatMap((use) => use.flows.map((flow) => flow.method))).size > 1 && uses.length > 1;

/** The calls of a program, each looked for once. */
class Calls {
  private readonly byName = new Map<string, readonly Place[]>();
  private readonly ofUses: readonly Place[];

  constructor(
    private readonly program: Program,
    uses: readonly ServiceUse[],
  ) {
    this.ofUses = this.around(uses.map(({ call }) => call.span.start).sort((a, b) => a - b));
  }

  at(call: CallExpr): readonly Place[] {
    return this.ofUses.filter((place) => place.call === call);
  }

  of(name: string): readonly Place[] {
    let found = this.byName.get(name);
    if (!found) {
      const offsets = this.program.index.offsetsOf(name);
      // One is that of the function itself.
      found = (offsets.length > 1 ? this.around(offsets) : []).filter(
        ({ call: { callee } }) => (callee.k === 'name' || callee.k === 'member') && callee.name === name,
      );
      this.byName.set(name, found);
    }
    return found;
  }

  private around(offsets: readonly number[]): Place[] {
    return callsAround(this.program.module.block(), offsets).map(({ call, at }) => ({ call, at, path: pathOf(at) }));
  }
}

/** The places, and those where the functions around them are called. */
function lifted(calls: Calls, places: readonly Place[], depth: number): readonly Place[] {
  if (depth === 0) return places;
  const names = new Set(places.flatMap(({ at }) => functionAround(at.block) ?? []));
  const callers = [...names].flatMap((name) => calls.of(name));
  return callers.length === 0 ? places : [...places, ...lifted(calls, callers, depth - 1)];
}

const functionAround = (block: Block): string | undefined => block.scope.function?.name || undefined;

const exclude = (some: readonly Place[], others: readonly Place[]): boolean =>
  some.some((one) => others.some((other) => isOneOrOther(one, other)));

function isOneOrOther(one: Place, other: Place): boolean {
  const { path } = one;
  const { path: otherPath } = other;
  for (let level = 0; level < path.length && level < otherPath.length; level++) {
    const [a, b] = [path[level] as Point, otherPath[level] as Point];
    if (a.block !== b.block) return level > 0;
    if (a.index === b.index) continue;
    return exits(a.index < b.index ? path : otherPath, level + 1);
  }
  return path.length === otherPath.length && isOtherOption(one, other);
}

function pathOf(at: Point): Point[] {
  const path: Point[] = [];
  for (let point: Point | undefined = at; point; point = point.block.parent) path.unshift(point);
  return path;
}

/** What stands behind the arm is not reached from it. */
const exits = (path: readonly Point[], from: number): boolean => path.slice(from).some(({ block }) => block.exits);

/** Two options of one conditional expression. */
function isOtherOption(one: Place, other: Place): boolean {
  const stmt = one.at.block.stmts[one.at.index];
  const value = stmt && 'value' in stmt ? stmt.value : undefined;
  let found = false;
  const optionOf = (options: readonly Expr[], { call }: Place): number =>
    options.findIndex(({ span }) => span.start <= call.span.start && call.span.end <= span.end);
  if (value)
    visitExpr(value, one.at, {
      expr: (expr) => {
        if (expr.k !== 'choice') return;
        const [a, b] = [optionOf(expr.options, one), optionOf(expr.options, other)];
        found ||= a >= 0 && b >= 0 && a !== b;
      },
    });
  return found;
}
