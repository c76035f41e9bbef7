import { SERVICE_PATH } from '../host';
import type { ArgRef, Sdk, SymbolFact } from './fact';

/** Finds the fact of a symbol path. Built once for each language from the SDK files. */
export class Catalogue {
  private readonly byName = new Map<string, SymbolFact[]>();
  private readonly endings: SymbolFact[] = [];
  private readonly holding: SymbolFact[] = [];
  /** Package → what it exports by default. */
  private readonly defaults = new Map<string, SymbolFact>();
  private readonly registering: { readonly names: readonly string[]; readonly homes: readonly string[] };
  private readonly providing: readonly string[];
  private readonly clients: readonly Words[];
  private readonly requests: readonly Words[];
  private readonly ignoresCase: boolean;

  constructor(sdks: readonly Sdk[]) {
    for (const sdk of sdks) for (const fact of sdk.facts) this.add(fact);
    const facts = sdks.flatMap((sdk) => sdk.facts.map((fact) => ({ fact, typed: isTyped(sdk) })));
    this.clients = sdks.flatMap(clientWordsOf);
    this.requests = facts.flatMap(({ fact, typed }) => requestNames(fact, typed));
    this.ignoresCase = sdks.some((sdk) => sdk.ignoreCase);
    this.registering = registrationsOf(sdks);
    this.providing = sdks.flatMap((sdk) =>
      sdk.facts.flatMap((fact) => (fact.makes.kind === 'provides' ? fact.names : [])),
    );
  }

  private add(fact: SymbolFact): void {
    for (const name of fact.names) {
      const last = name.slice(name.lastIndexOf('.') + 1);
      const facts = this.byName.get(last);
      if (facts) facts.push(fact);
      else this.byName.set(last, [fact]);
    }
    if (fact.endsWith !== undefined) this.endings.push(fact);
    if (fact.holds !== undefined) this.holding.push(fact);
    if (fact.isDefault) for (const root of fact.in) this.defaults.set(root, fact);
  }

  /** Parts of names by which families of symbols are known. */
  private patterns(): string[] {
    return [...this.endings.map((fact) => `\\w${fact.endsWith}\\b`), ...this.holding.map((fact) => `${fact.holds}\\w`)];
  }

  /** Matches the names that make clients. Those of raw HTTP calls, common words, count only where an OCI host is near. */
  clientWords(text: string): string {
    const known = isNearOci(text) ? [...this.clients, ...this.requests] : this.clients;
    const words = known.filter(({ owners }) => isNamed(owners, text)).flatMap((one) => one.words);
    return pattern(new Set(this.ignoresCase ? words.map(inAnyCase) : words), this.patterns());
  }

  /** Matches the packages, as imports name them, whose default export makes clients whatever name it gets. */
  defaultPackages(text: string): string | undefined {
    const near = isNearOci(text);
    const packages = [...this.defaults].filter(([, { makes }]) => near || !isRequest(makes)).map(([name]) => name);
    return packages.length > 0 ? `['"](?:${packages.join('|')})['"]` : undefined;
  }

  isDefault({ module, name = 'default' }: { readonly module: string; readonly name?: string }): boolean {
    return name === 'default' && this.defaults.has(module);
  }

  find(path: string): SymbolFact | undefined {
    const named = this.named(path);
    if (named) return named;
    const last = path.slice(path.lastIndexOf('.') + 1);
    const holding = this.holding.find(
      (fact) => last.includes(fact.holds ?? '') && fact.in.some((root) => startsIn(path, root)),
    );
    if (holding) return holding;
    const byDefault = this.defaults.get(last === 'default' ? path.slice(0, -'.default'.length) : path);
    if (byDefault) return byDefault;
    return this.endings.find(
      (fact) =>
        last.endsWith(fact.endsWith ?? '') &&
        path.slice(0, -last.length - 1).endsWith(fact.packageEndsWith ?? '') &&
        fact.in.some((root) => root !== '' && startsIn(path, root)),
    );
  }

  /** The fact that names the symbol itself, not only its family. */
  named(path: string): SymbolFact | undefined {
    const last = path.slice(path.lastIndexOf('.') + 1);
    return this.byName
      .get(last)
      ?.find((fact) => fact.names.some((name) => endsIn(path, name)) && fact.in.some((root) => startsIn(path, root)));
  }

  /** The methods that register, and the classes where programs do so. */
  get registrations(): { readonly names: readonly string[]; readonly homes: readonly string[] } {
    return this.registering;
  }

  /** The annotations of functions whose result a container hands out. */
  get providers(): readonly string[] {
    return this.providing;
  }

  /** The fact of a method whose object nobody knows. */
  extension(name: string): SymbolFact | undefined {
    return this.byName.get(name)?.find((fact) => isExtension(fact, name));
  }
}

/** Whether a name says what it is whatever object has it. */
const isExtension = (fact: SymbolFact, name: string): boolean =>
  fact.extension === true && fact.names.some((one) => one.slice(one.lastIndexOf('.') + 1) === name);

const endsIn = (path: string, name: string): boolean => path === name || path.endsWith(`.${name}`);

/** Empty root: a builtin, whose path is its name. A root that ends in a dash begins the names of many packages. */
function startsIn(path: string, root: string): boolean {
  if (root === '') return !path.includes('.');
  if (root.endsWith('-')) return path.startsWith(root);
  return path === root || (path.startsWith(root) && /^[./#]/.test(path.slice(root.length)));
}

export function argNames(ref: ArgRef): readonly string[] {
  if (ref.name === undefined) return [];
  return typeof ref.name === 'string' ? [ref.name] : ref.name;
}

/** Words that make clients or requests, and the packages that hold them or the classes of which they are methods. */
interface Words {
  readonly words: readonly string[];
  /** Absent where nothing need be named. */
  readonly owners?: readonly string[];
}

/** A part of a host of OCI; package names go on with a letter. */
const HOST = /oraclecloud|generativeai(?![A-Za-z_])/;

const isNearOci = (text: string): boolean => HOST.test(text) || SERVICE_PATH.test(text);

const isNamed = (owners: Words['owners'], text: string): boolean =>
  owners?.some((owner) => text.includes(owner)) ?? true;

/** Who calls a method there has written the class of its object. */
const isTyped = ({ languages }: Sdk): boolean => languages.every((one) => one === 'java' || one === 'csharp');

/** A file that uses a package writes its whole path. */
const writesPaths = ({ languages }: Sdk): boolean => languages.every((one) => one === 'go');

function clientWordsOf(sdk: Sdk): Words[] {
  if (!writesPaths(sdk)) return [{ words: sdk.facts.flatMap(clientNames) }];
  return sdk.facts.map((fact) => ({ words: clientNames(fact), owners: fact.in }));
}

const inAnyCase = (word: string): string => word.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);

const lastName = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

const isRequest = (makes: SymbolFact['makes']): boolean => makes.kind === 'client' && makes.operation === 'request';

/** By plane or default a name says by itself that OCI is meant. */
const clientNames = ({ makes, names }: SymbolFact): readonly string[] =>
  makes.kind === 'client' && !isRequest(makes) ? names.map(lastName) : [];

/** A raw request only says so with its URL. */
function requestNames({ makes, names }: SymbolFact, typed: boolean): Words[] {
  if (makes.kind === 'client') return makes.operation === 'request' ? [{ words: names.map(lastName) }] : [];
  if (makes.kind !== 'holder' || !makes.members) return [];
  const owners = typed ? names.map((name) => name.split('.', 1)[0] as string) : undefined;
  return [{ words: Object.keys(makes.members), owners }];
}

function registrationsOf(sdks: readonly Sdk[]): Catalogue['registrations'] {
  const names = new Set<string>();
  const homes = new Set<string>();
  for (const fact of sdks.flatMap((sdk) => sdk.facts)) {
    if (fact.makes.kind !== 'registration') continue;
    for (const name of fact.names) names.add(name);
    for (const home of fact.makes.homes) homes.add(home);
  }
  return { names: [...names], homes: [...homes] };
}

function pattern(words: ReadonlySet<string>, endings: readonly string[]): string {
  const all = [...[...words].map((word) => `\\b${word}\\b`), ...endings];
  return all.length > 0 ? all.join('|') : '(?!)';
}
