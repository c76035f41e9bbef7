import type { Credential } from '../../credentials/credential';
import type { KeyReader } from '../../credentials/key';
import type { Material } from '../../credentials/material';
import type { Problem } from '../../credentials/problem';
import type { GitIgnore } from '../git-tree';
import type { Machine } from '../machine';
import type { TrackedFiles } from '../tracked-files';

/** A credential, and the way to what a live test needs of it. Paths are kept, secrets are read anew each time. */
export interface Held {
  readonly credential: Credential;
  /** Undefined where nothing can be tested: the credential's problems say why. */
  readonly material: () => Promise<Material | undefined>;
}

export interface SourceReading {
  readonly held: readonly Held[];
  /** Of a place as a whole, such as a file that cannot be read. */
  readonly places: readonly Place[];
  /** Files whose change changes the reading, existing or not. */
  readonly files: readonly string[];
}

export interface Place {
  readonly path: string;
  readonly label: string;
  /** Why it was looked at: `default`, the name of a variable, `fallback` or `given`. */
  readonly reason?: string;
  readonly problems: readonly Problem[];
}

export interface ReadContext {
  readonly machine: Machine;
  readonly now: number;
  readonly keys: KeyReader;
  readonly git: GitIgnore;
  readonly tracked: TrackedFiles;
}

/** One provider of credentials. */
export interface CredentialSource {
  read(context: ReadContext): Promise<SourceReading>;
}

export const NOTHING: SourceReading = { held: [], places: [], files: [] };
