import type { CancellationToken, ExtensionContext, WorkspaceEdit } from 'vscode';
import type { RepairParams } from '../advisor/repair-request';
import type { Survey } from '../advisor/survey';

/** What the commands that are loaded on demand get from the part that is always there. */
export interface Session {
  readonly context: ExtensionContext;
  /** What the language server finds in the workspace. */
  survey(): Promise<Survey>;
  /** One edit of the whole workspace. */
  repair(params: RepairParams, token: CancellationToken): Promise<WorkspaceEdit>;
  /** The last OCI error of a debug session, masked. */
  lastError(): string | undefined;
}
