import type { Diagnostic } from 'vscode-languageserver';

/** What a worker is asked to do: everything under the roots, or some files. */
export interface PassJob {
  readonly roots: readonly string[];
  /** Patterns of files that the user hides, in the form of `.gitignore`. */
  readonly exclude: readonly string[];
  readonly userConfig: boolean;
  readonly trusted: boolean;
  /** Absent for everything. */
  readonly files?: readonly string[];
}

/** What it tells on the way. */
export type PassMessage =
  | {
      readonly kind: 'linted';
      readonly uri: string;
      readonly diagnostics: readonly Diagnostic[];
      /** Modules that decided about the findings. */
      readonly modules: readonly string[];
    }
  | { readonly kind: 'gone'; readonly uri: string }
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'end' };
