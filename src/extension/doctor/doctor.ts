import { env, extensions, Uri, version, window, workspace } from 'vscode';
import { NOTHING_FOUND } from '../../advisor';
import { heldCredentials } from '../assistant/credentials';
import type { Session } from '../session';
import { doctorReport } from './report';

/** Writes what helps somebody else to help, into a document that is the reader's to send or not. */
export async function doctor(session: Session): Promise<void> {
  const [survey, held] = await Promise.all([
    session.survey().catch(() => NOTHING_FOUND),
    heldCredentials(session.context),
  ]);
  const content = doctorReport({
    environment: environment(session),
    survey,
    credentials: held.map(({ credential }) => credential),
    lastError: session.lastError(),
    shown: (uri) => workspace.asRelativePath(Uri.parse(uri)),
  });
  await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content }));
}

function environment({ context }: Session): Record<string, string> {
  const { packageJSON } = extensions.getExtension(context.extension.id) ?? { packageJSON: {} };
  return {
    Extension: String((packageJSON as { version?: unknown }).version ?? 'unknown'),
    Editor: `${env.appName} ${version}`,
    System: `${process.platform} ${process.arch}, Node ${process.versions.node}`,
    // Some hosts put their address there.
    Remote: /^[a-z-]{1,40}$/.test(env.remoteName ?? 'no') ? (env.remoteName ?? 'no') : 'yes',
    Folders: String(workspace.workspaceFolders?.length ?? 0),
    Trusted: workspace.isTrusted ? 'yes' : 'no',
  };
}
