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

export const folderOf = (uri: string): string => uri.slice(0, uri.lastIndexOf('/'));
