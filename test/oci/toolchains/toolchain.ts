import { go } from './go';
import { java } from './java';
import { javascript } from './javascript';
import { python } from './python';
import { shell } from './shell';
import { typescript } from './typescript';

/** Those in which programs call every plane. */
export type ProgramLanguage = 'python' | 'typescript' | 'java' | 'go';
export type Language = ProgramLanguage | 'shell';
/** With what only runs here: samples and the wizard have one language for both. */
export type Runnable = Language | 'javascript';

export interface Source {
  /** Holds the program's files. */
  readonly directory: string;
  readonly entry: string;
  /** The certificate authority that the program shall trust, where the environment cannot say it. */
  readonly caFile: string;
}

export type Built = { readonly argv: readonly string[] } | { readonly failure: string };

export interface Toolchain {
  /** Fetches the real SDKs once; answers why that is not possible here, or undefined. */
  prepare(): Promise<string | undefined>;
  build(source: Source): Promise<Built>;
}

export const TOOLCHAINS: Readonly<Record<Runnable, Toolchain>> = {
  python,
  typescript,
  javascript,
  java,
  go,
  shell,
};
