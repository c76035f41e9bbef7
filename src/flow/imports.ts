import type { ImportName, Point, Span } from '../source/program';
import { starImports } from './definitions';
import type { Evaluator } from './evaluate';
import { offered, wholeModule } from './exports';
import { memberOf } from './member';
import type { Value, Values } from './value';

/** Other modules of the workspace, as far as the engine knows them. */
export interface Modules {
  /** The module that an import names, or undefined when it is not of the workspace. */
  resolve(
    from: string,
    language: string,
    name: ImportName,
    wanted?: string,
  ): { readonly evaluator: Evaluator; readonly whole: boolean } | undefined;
  /** Modules that share one scope with a module, as the files of a package may, and mention or declare a name. */
  peers(from: string, language: string, name: string, how: 'mention' | 'declare'): readonly Evaluator[];
  /** What a file of data beside a module or above it holds; undefined where there is none that everybody has. */
  data(from: string, name: string): Value | undefined;
  /** Tells where the analysis starts: others may look back into it. */
  start(evaluator: Evaluator): void;
}

/** The module of what needs no import: the package or namespace of the file itself. */
const OWN_PACKAGE = '.';

/** What one module takes from others and offers to them. */
export class Imports {
  private readonly exports = new Map<string, Values>();
  private readonly peersBy = new Map<string, readonly Evaluator[]>();
  private readonly starPaths = new Map<string, string>();

  constructor(
    private readonly evaluator: Evaluator,
    private readonly modules?: Modules,
  ) {}

  imported(name: ImportName): Values {
    const found = this.modules?.resolve(this.evaluator.uri, this.evaluator.program.language, name);
    if (found) {
      if (found.whole) {
        return (
          wholeModule(found.evaluator, name.span) ?? [
            { k: 'module', origin: this.evaluator.origin(name.span), home: found.evaluator },
          ]
        );
      }
      return found.evaluator.exported(name.name ?? name.local ?? '', name.span);
    }
    const path = name.name === undefined ? name.module : `${name.module}.${name.name}`;
    return [{ k: 'symbol', origin: this.evaluator.origin(name.span), path }];
  }

  /** A member of a module seen as a value: what it exports, else a module inside its package. */
  offers(name: string, span: Span): Values {
    const values = this.exported(name, span);
    const known = values.some((value) => value.k !== 'symbol' || value.path !== name);
    const inner = known
      ? undefined
      : this.modules?.resolve(this.evaluator.uri, this.evaluator.program.language, { module: '.', name, span });
    return inner?.whole ? [{ k: 'module', origin: this.evaluator.origin(span), home: inner.evaluator }] : values;
  }

  /** What a module offers under a name: its value at the end of the module. */
  exported(name: string, span: Span): Values {
    const known = this.exports.get(name);
    if (known) return known;
    // Modules that import each other find nothing in the circle.
    this.exports.set(name, this.evaluator.unknown(span, name));
    const values = this.atEnd(name, span);
    this.exports.set(name, values);
    return values;
  }

  private atEnd(name: string, span: Span): Values {
    const block = this.evaluator.program.module.block();
    const other = block.touches.has(name) ? undefined : offered(this.evaluator, name, span);
    return other ?? this.evaluator.lookup(name, { block, index: block.stmts.length }, undefined, span);
  }

  /** What a name means that nothing in the module defines: peers, star imports, the environment, a builtin. */
  beyond(name: string, at: Point, span: Span): Values {
    const peer = this.peers(name, 'declare').find((one) => one.program.module.block().touches.has(name));
    if (peer) return peer.exported(name, span);
    const near = this.evaluator.hasBareMembers
      ? this.fromStar({ module: OWN_PACKAGE, name: '*', span }, name, span)
      : undefined;
    if (near) return near;
    const top = this.evaluator.program.module.block();
    const stars = starImports({ block: top, index: at.block === top ? at.index : top.stmts.length });
    for (const star of stars) {
      const values = this.fromStar(star, name, span);
      if (values) return values;
    }
    const path = this.pathIn(stars, name);
    if (path !== undefined) return [{ k: 'symbol', origin: this.evaluator.origin(span), path }];
    const variable = this.environmentName(name);
    if (variable !== undefined) return this.evaluator.environment(variable, span);
    return [{ k: 'symbol', origin: this.evaluator.origin(span), path: name }];
  }

  /** The first of these files of data that there is. */
  data(names: readonly string[]): Value | undefined {
    for (const name of names) {
      const found = this.modules?.data(this.evaluator.uri, name);
      if (found) return found;
    }
    return undefined;
  }

  /** Modules that share one scope with this one and mention or declare a name. */
  peers(name: string, how: 'mention' | 'declare' = 'mention'): readonly Evaluator[] {
    const key = `${how} ${name}`;
    let found = this.peersBy.get(key);
    if (!found) {
      found = this.modules?.peers(this.evaluator.uri, this.evaluator.program.language, name, how) ?? [];
      this.peersBy.set(key, found);
    }
    return found;
  }

  /** A symbol that is known by name, in whatever package, before one that only its family tells. */
  private pathIn(stars: readonly ImportName[], name: string): string | undefined {
    if (stars.length === 0) return undefined;
    const key = `${stars.length} ${name}`;
    let path = this.starPaths.get(key);
    if (path === undefined) {
      const paths = stars.map((star) => `${star.module}.${name}`);
      const known = this.evaluator.catalogue.named(name)
        ? undefined
        : paths.find((one) => this.evaluator.catalogue.find(one));
      path = paths.find((one) => this.evaluator.catalogue.named(one)) ?? known ?? '';
      this.starPaths.set(key, path);
    }
    return path === '' ? undefined : path;
  }

  /** A module that some class stands in, by the rules of the language for what needs no import. */
  neighbour(name: string, span: Span): Evaluator | undefined {
    const found = { module: OWN_PACKAGE, name: '*', span };
    return this.modules?.resolve(this.evaluator.uri, this.evaluator.program.language, found, name)?.evaluator;
  }

  /** What a star import of the workspace, or one of the members of a class, offers under a name. */
  private fromStar(star: ImportName, name: string, span: Span): Values | undefined {
    const isKnown = (value: Value): boolean => !['unknown', 'symbol', 'env', 'method'].includes(value.k);
    if (star.members) {
      const dot = star.module.lastIndexOf('.');
      const owner = this.imported({ module: star.module.slice(0, dot), name: star.module.slice(dot + 1), span });
      const values = this.evaluator.each(owner, (value) => memberOf(this.evaluator, value, name, span));
      return values.some(isKnown) ? values : undefined;
    }
    const found = this.modules?.resolve(this.evaluator.uri, this.evaluator.program.language, star, name);
    const values = found?.evaluator.exported(name, span);
    return values?.some(isKnown) ? values : undefined;
  }

  /** In scripts a variable that nothing sets is one of the environment. */
  private environmentName(name: string): string | undefined {
    if (this.evaluator.program.language === 'shell' && name.startsWith('$')) return name.slice(1);
    if (this.evaluator.program.language === 'powershell' && name.startsWith('$env:')) return name.slice('$env:'.length);
    return undefined;
  }
}
