import { parse } from 'jsonc-parser';
import { folderOf, type Resolver, type WorkspaceFiles } from '../resolve';

/** Files, and the packages of a monorepo: name → folder. */
export interface Workspace extends WorkspaceFiles {
  readonly packages?: ReadonlyMap<string, string>;
}

/** `paths` and `baseUrl` of a `tsconfig.json`, resolved to folders. */
export interface PathMapping {
  readonly base?: string;
  readonly paths: readonly { readonly pattern: string; readonly targets: readonly string[] }[];
}

const EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];

/** What stands for a compiled name in source: `./x.js` is written for `./x.ts`. */
const SOURCES: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx'],
  '.jsx': ['.tsx'],
  '.mjs': ['.mts'],
  '.cjs': ['.cts'],
};

/** Configs extend one another; more steps than this are a cycle. */
const MAX_EXTENDS = 16;

/** TypeScript and JavaScript: relative paths, aliases of the nearest config, packages of the workspace. */
export const resolveTypeScriptImport: Resolver = (from, name, files) => {
  const uri = resolveTypeScript(name.module, from, files);
  return uri === undefined ? undefined : { uri, whole: name.name === undefined };
};

/** The file that a specifier means, or undefined when it is none of the workspace. */
export function resolveTypeScript(specifier: string, importer: string, workspace: Workspace): string | undefined {
  const folder = folderOf(importer);
  if (/^\.{1,2}(?:\/|$)/.test(specifier)) return fileAt(join(folder, specifier), workspace);
  const mapped = viaMapping(specifier, mappingFor(folder, workspace), workspace);
  return mapped ?? viaPackage(specifier, workspace);
}

function viaMapping(specifier: string, mapping: PathMapping | undefined, workspace: Workspace): string | undefined {
  if (!mapping) return undefined;
  for (const target of matching(specifier, mapping)) {
    const found = fileAt(target, workspace);
    if (found !== undefined) return found;
  }
  return mapping.base === undefined ? undefined : fileAt(join(mapping.base, specifier), workspace);
}

/** Targets of the best pattern: an exact one, else the one with the longest text before its star. */
function matching(specifier: string, { paths }: PathMapping): string[] {
  let best: { readonly length: number; readonly targets: string[] } | undefined;
  for (const { pattern, targets } of paths) {
    const star = pattern.indexOf('*');
    if (star < 0) {
      if (pattern === specifier) return [...targets];
      continue;
    }
    const before = pattern.slice(0, star);
    const after = pattern.slice(star + 1);
    if (specifier.length < before.length + after.length) continue;
    if (!specifier.startsWith(before) || !specifier.endsWith(after)) continue;
    if (best && best.length >= before.length) continue;
    const middle = specifier.slice(before.length, specifier.length - after.length);
    best = { length: before.length, targets: targets.map((target) => target.split('*').join(middle)) };
  }
  return best?.targets ?? [];
}

/** `@scope/name` and `@scope/name/sub` of a monorepo: its sources are nearer than what it publishes. */
function viaPackage(specifier: string, workspace: Workspace): string | undefined {
  const name = /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? '';
  const folder = workspace.packages?.get(name);
  if (folder === undefined) return undefined;
  const rest = specifier.slice(name.length + 1);
  for (const root of ['src', '', 'lib']) {
    const found = fileAt(join(join(folder, root), rest), workspace);
    if (found !== undefined) return found;
  }
  return undefined;
}

function fileAt(path: string, workspace: Workspace): string | undefined {
  return candidates(path).find((candidate) => workspace.has(candidate));
}

function candidates(path: string): string[] {
  const extension = /\.[cm]?[jt]sx?$/.exec(path)?.[0];
  const stem = extension ? path.slice(0, -extension.length) : path;
  const sources = extension ? (SOURCES[extension] ?? []).map((source) => stem + source) : [];
  return [
    ...(extension || path.endsWith('.json') ? [path] : []),
    ...sources,
    ...EXTENSIONS.map((one) => path + one),
    ...EXTENSIONS.map((one) => `${path}/index${one}`),
  ];
}

/** The mapping of the nearest `tsconfig.json` or `jsconfig.json` at or above a folder. */
export function mappingFor(folder: string, workspace: Workspace): PathMapping | undefined {
  for (let at = folder; ; at = folderOf(at)) {
    for (const name of ['tsconfig.json', 'jsconfig.json']) {
      const path = join(at, name);
      if (workspace.has(path)) return mappingOf(path, workspace, MAX_EXTENDS);
    }
    if (at === '' || at.endsWith(':') || folderOf(at) === at || !at.includes('/')) return undefined;
  }
}

function mappingOf(path: string, workspace: Workspace, left: number): PathMapping | undefined {
  const text = workspace.read(path);
  if (text === undefined || left === 0) return undefined;
  const config: unknown = parse(text);
  const folder = folderOf(path);
  const options = field(config, 'compilerOptions');
  const inherited = parents(config, folder, workspace, left);
  const baseUrl = field(options, 'baseUrl');
  const base = typeof baseUrl === 'string' ? join(folder, baseUrl) : inherited?.base;
  const paths = field(options, 'paths');
  if (typeof paths !== 'object' || paths === null) return { base, paths: inherited?.paths ?? [] };
  const root = base ?? folder;
  return {
    base,
    paths: Object.entries(paths).map(([pattern, targets]) => ({
      pattern,
      targets: (Array.isArray(targets) ? targets : [])
        .filter((target): target is string => typeof target === 'string')
        .map((target) => join(root, target)),
    })),
  };
}

/** What a config inherits; of several the last one wins. Those of packages are not of the workspace. */
function parents(config: unknown, folder: string, workspace: Workspace, left: number): PathMapping | undefined {
  const given = field(config, 'extends');
  const names = (Array.isArray(given) ? given : [given]).filter((name): name is string => typeof name === 'string');
  let found: PathMapping | undefined;
  for (const name of names) {
    if (!name.startsWith('.') && !name.startsWith('/')) continue;
    const path = join(folder, name.endsWith('.json') ? name : `${name}.json`);
    found = mappingOf(path, workspace, left - 1) ?? found;
  }
  return found;
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

function join(folder: string, relative: string): string {
  if (relative.startsWith('/')) return relative;
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of relative.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
