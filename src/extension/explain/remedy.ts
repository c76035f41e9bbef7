import type { ExplainedCause, Explanation, Survey } from '../../advisor';
import type { Credential } from '../../credentials/credential';

/** Commands of this extension that check or repair what a cause names. */
export type RemedyCommand =
  | 'principled.generatePolicy'
  | 'principled.setUp'
  | 'principled.doctor'
  | 'principled.addProfile'
  | 'principled.refreshSession'
  | 'principled.listGenAiKeys'
  | 'principled.askMachine';

/** What a button beside a cause does. */
export type Remedy =
  | { readonly kind: 'jump'; readonly label: string; readonly uri: string; readonly line: number }
  | { readonly kind: 'test'; readonly label: string }
  | { readonly kind: 'command'; readonly label: string; readonly command: RemedyCommand };

export interface Known {
  /** What the error itself names. */
  readonly seen: Explanation['seen'];
  readonly survey: Survey;
  readonly credentials: readonly Credential[];
  /** As an address that the editor opens. */
  uriOf(file: string): string;
}

/** One way to check or to repair; nothing where the workspace has not what it is about. */
export type Step = (known: Known, cause: ExplainedCause['id']) => readonly Remedy[];

export const command =
  (name: RemedyCommand, label: string, when: (known: Known) => boolean = () => true): Step =>
  (known) =>
    when(known) ? [{ kind: 'command', label, command: name }] : [];

export const nameOf = (uri: string): string => decodeURIComponent(uri.split('/').pop() ?? '');
