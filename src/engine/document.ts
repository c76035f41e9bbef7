import type { PolicyStatement } from '../knowledge/policy';
import type { Evidence, ProfileFact, TrackedFact } from '../rules/contract';
import type { FileSettings } from '../rules/settings/settings';
import { isNotebook } from './languages';

export interface DocumentInput {
  readonly uri: string;
  readonly text: string;
  /** The editor's language identifier; the name of the file decides where there is none. */
  readonly languageId?: string;
}

/** What the adapter knows around a document. */
export interface Surroundings {
  readonly evidence?: readonly Evidence[];
  readonly profiles?: readonly ProfileFact[];
  readonly policies?: readonly PolicyStatement[];
  readonly ignored?: boolean;
  readonly tracked?: TrackedFact;
  readonly keysInContext?: readonly string[];
  readonly dotenv?: boolean;
  /** What the project's settings say of this document. */
  readonly settings?: FileSettings;
  /** The folder of the project, without a slash at its end: paths in it say more than the way to it. */
  readonly root?: string;
}

/** Longer code is not linted: the adapter says so once. */
const MAX_LENGTH = 4_000_000;
/** Notebooks carry pictures in their outputs; only their code is parsed as such. */
const MAX_NOTEBOOK_LENGTH = 40_000_000;

/** Whether a document is too long to be linted. */
export const tooLong = (uri: string, text: string): boolean =>
  text.length > (isNotebook(uri) ? MAX_NOTEBOOK_LENGTH : MAX_LENGTH);
