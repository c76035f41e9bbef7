import type { ArgRef, Sdk, SymbolFact } from './fact';

/** Finds the fact of a symbol path. Built once for each language from the SDK files. */
export class Catalogue {
  private readonly byName = new Map<string, SymbolFact[]>();
  private readonly endings: SymbolFact[] = [];
  /** Last names of symbols, arguments aside: a text without any of them reaches no service. */
  readonly names: ReadonlySet<string>;

  constructor(sdks: readonly Sdk[]) {
    for (const sdk of sdks) for (const fact of sdk.facts) this.add(fact);
    this.names = new Set([...this.byName.keys()]);
  }

  private add(fact: SymbolFact): void {
    for (const name of fact.names) {
      const last = name.slice(name.lastIndexOf('.') + 1);
      const facts = this.byName.get(last);
      if (facts) facts.push(fact);
      else this.byName.set(last, [fact]);
    }
    if (fact.endsWith !== undefined) this.endings.push(fact);
  }

  find(path: string): SymbolFact | undefined {
    const last = path.slice(path.lastIndexOf('.') + 1);
    for (const fact of this.byName.get(last) ?? []) {
      if (fact.names.some((name) => endsIn(path, name)) && fact.in.some((root) => startsIn(path, root))) return fact;
    }
    return this.endings.find(
      (fact) => last.endsWith(fact.endsWith ?? '') && fact.in.some((root) => root !== '' && startsIn(path, root)),
    );
  }
}

const endsIn = (path: string, name: string): boolean => path === name || path.endsWith(`.${name}`);

/** Empty root: a builtin, whose path is its name. */
function startsIn(path: string, root: string): boolean {
  if (root === '') return !path.includes('.');
  return path === root || (path.startsWith(root) && /^[./#]/.test(path.slice(root.length)));
}

export function argNames(ref: ArgRef): readonly string[] {
  if (ref.name === undefined) return [];
  return typeof ref.name === 'string' ? [ref.name] : ref.name;
}
