import { folderOf, type Resolved, type Resolver, type WorkspaceFiles } from '../resolve';

/** Folders above a file in which its module may begin. */
const MAX_LEVELS = 16;
/** A package of more files is generated. */
const MAX_FILES = 60;

/** Where a module begins, its path, and the folders that stand for other modules. */
interface Module {
  readonly folder: string;
  readonly path: string;
  readonly replaced: ReadonlyMap<string, string>;
}

/** The files of the package of a file: those of its folder, tests only where the file itself is one. */
export function goPackage(from: string, files: WorkspaceFiles): readonly string[] {
  return sourcesIn(folderOf(from), files, from.endsWith('_test.go')).filter((uri) => uri !== from);
}

/** Whether a file seems to declare a name in its package; told from its text, before it is parsed. */
export function declaresInGo(text: string, name: string): boolean {
  if (!/^\w+$/.test(name) || !text.includes(name)) return false;
  return new RegExp(`^(?:(?:func|type|var|const) |\\t)(?:\\w+, ){0,4}${name}\\b`, 'm').test(text);
}

function sourcesIn(folder: string, files: WorkspaceFiles, tests: boolean): readonly string[] {
  return (files.list?.(folder) ?? [])
    .filter((name) => name.endsWith('.go') && (tests || !name.endsWith('_test.go')))
    .slice(0, MAX_FILES)
    .map((name) => `${folder}/${name}`);
}

/** Go: a path below that of the module is a folder of it. Any file stands for the package: its peers know the rest. */
export const resolveGo: Resolver = (from, { module }, files): Resolved | undefined => {
  const own = moduleOf(from, files);
  const folder = own && folderOfPackage(own, module);
  const [first] = folder === undefined ? [] : sourcesIn(folder, files, false);
  return first === undefined ? undefined : { uri: first, whole: true };
};

function folderOfPackage({ folder, path, replaced }: Module, wanted: string): string | undefined {
  for (const [prefix, root] of [[path, folder] as const, ...replaced]) {
    if (wanted === prefix) return root;
    if (wanted.startsWith(`${prefix}/`)) return `${root}${wanted.slice(prefix.length)}`;
  }
  return undefined;
}

function moduleOf(from: string, files: WorkspaceFiles): Module | undefined {
  let folder = folderOf(from);
  for (let level = 0; level < MAX_LEVELS && folder.length > 'file://'.length; level += 1) {
    const manifest = `${folder}/go.mod`;
    if (files.has(manifest)) return readModule(folder, files.read(manifest) ?? '');
    folder = folderOf(folder);
  }
  return undefined;
}

function readModule(folder: string, text: string): Module | undefined {
  const path = /^module[ \t]+"?([^\s"]+)/m.exec(text)?.[1];
  if (path === undefined) return undefined;
  const replaced = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [left, right] = line.split('=>');
    const [target = ''] = right?.trim().split(/\s/) ?? [];
    const [name = ''] =
      left
        ?.trim()
        .replace(/^replace\s/, '')
        .trim()
        .split(/\s/) ?? [];
    if (target.startsWith('.') && name !== '') replaced.set(name, below(folder, target));
  }
  return { folder, path, replaced };
}

function below(folder: string, relative: string): string {
  const parts = folder.split('/');
  for (const part of relative.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
