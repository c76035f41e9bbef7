import { env, Uri, window, workspace } from 'vscode';
import type { Step } from '../rules/contract';

const COPY = 'Copy the Command';

/** What a fix leaves to a person. Commands are typed or copied; nobody runs them unasked. */
export async function afterFix(given: unknown): Promise<void> {
  for (const step of Array.isArray(given) ? given.filter(isStep) : []) {
    if (step.kind === 'untrack') untrack(step);
    else void tell(step);
  }
}

/** The command waits in a terminal of the file's folder for the Enter key. */
function untrack({ uri }: Extract<Step, { kind: 'untrack' }>): void {
  const file = Uri.parse(uri);
  if (!workspace.getWorkspaceFolder(file)) return;
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  const quoted = quotedForAnyShell(name);
  if (quoted === undefined) {
    const text = `git still tracks ${JSON.stringify(name)}. Let git forget it with git rm --cached, then commit.`;
    void window.showInformationMessage(`OCI GenAI Auth: ${text}`);
    return;
  }
  const terminal = window.createTerminal({ name: `git rm --cached ${name}`, cwd: Uri.joinPath(file, '..') });
  terminal.show();
  terminal.sendText(`git rm --cached -- ${quoted}`, false);
  const text = `git still tracks ${name}. The command that lets git forget it stands in the terminal: press Enter to run it, then commit.`;
  void window.showInformationMessage(`OCI GenAI Auth: ${text}`);
}

/**
 * The shell may be one of Unix, PowerShell or cmd. Between double quotes all of them take these characters as they are;
 * a name with others is left to a person.
 */
export function quotedForAnyShell(name: string): string | undefined {
  if (/^[\w.-]+$/.test(name)) return name;
  return /^[\p{L}\p{N}\p{M} _.,;:@#=+~&()[\]{}-]+$/u.test(name) ? `"${name}"` : undefined;
}

async function tell(step: Exclude<Step, { kind: 'untrack' }>): Promise<void> {
  const text =
    step.kind === 'rotate' ? `Whoever saw the file has the secret, so end ${step.what}` : `Make ${step.what}`;
  const answer = await window.showInformationMessage(`OCI GenAI Auth: ${text}: ${step.command}`, COPY);
  if (answer === COPY) await env.clipboard.writeText(step.command);
}

/** Anybody can call a command: what is no step is no request. */
function isStep(given: unknown): given is Step {
  if (typeof given !== 'object' || given === null || !('kind' in given)) return false;
  const { kind, uri, what, command } = given as Partial<Record<string, unknown>>;
  if (kind === 'untrack') return typeof uri === 'string' && !/[\r\n]|%0[ad]/i.test(uri);
  return (kind === 'rotate' || kind === 'make') && typeof what === 'string' && typeof command === 'string';
}
