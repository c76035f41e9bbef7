import type { ImportName } from './program';

/** What a resolver may ask of the workspace: whether a file of this URI is there. */
export interface Files {
  has(uri: string): boolean;
}

/** The files of the workspace as the adapter sees them: the text of unsaved documents, else of the disk. */
export interface WorkspaceFiles extends Files {
  read(uri: string): string | undefined;
  /** The names of the files in a folder; without it nothing is found by folder. */
  list?(folder: string): readonly string[];
  /** The project of a file: what code reads from beside it lies in there. Undefined: it is in none. */
  projectOf?(uri: string): string | undefined;
  /** Whether git leaves a file out of the project: it is on one machine and not on another. */
  ignores?(uri: string): boolean;
}

/** The file that an import names. `whole` says that the module itself is bound, not something in it. */
export interface Resolved {
  readonly uri: string;
  readonly whole: boolean;
}

/**
 * How a language finds the file of an import. Undefined: not of the workspace. `wanted` is what is looked for behind a
 * star import, where files are found by the names of their classes.
 */
export type Resolver = (from: string, name: ImportName, files: WorkspaceFiles, wanted?: string) => Resolved | undefined;

/** Code reads files from where it stands or from where it is started, some folders above. */
const LEVELS = 12;

/** The file that code means by a name, in its own folder or above in its project, where everybody has it. */
export function dataFile(from: string, name: string, files: WorkspaceFiles): string | undefined {
  if (name === '' || name.startsWith('/') || name.includes('..') || name.includes(':')) return undefined;
  const project = files.projectOf?.(from);
  const own = folderOf(from);
  // In no project, the folder above is the last that may belong to the same program.
  const last = project ?? folderOf(own);
  let folder = own;
  for (let level = 0; level < LEVELS; level += 1) {
    const uri = `${folder}/${name.replace(/^(?:\.\/)+/, '')}`;
    if (files.has(uri)) return files.ignores?.(uri) ? undefined : uri;
    if (folder === last || !folder.includes('/')) return undefined;
    folder = folderOf(folder);
  }
  return undefined;
}

export const folderOf = (uri: string): string => uri.slice(0, uri.lastIndexOf('/'));

/** The texts of the other files of a folder whose names end so. */
export function textsBeside(uri: string, ending: string, files: WorkspaceFiles): readonly string[] {
  const folder = folderOf(uri);
  const others = (files.list?.(folder) ?? []).map((name) => `${folder}/${name}`);
  return others.flatMap((other) => (other.endsWith(ending) && other !== uri ? (files.read(other) ?? []) : []));
}
