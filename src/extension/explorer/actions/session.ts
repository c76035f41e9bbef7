import { ProcessExecution, Task, TaskRevealKind, TaskScope, tasks } from 'vscode';
import type { Model } from '../model';
import { chosenCredential, hasProfile } from './choose';
import type { Action } from './context';

/** A profile name goes to the CLI as an argument of its own, never through a shell. */
export function authenticate(model: Model, profile: string, region: string | undefined): Promise<void> {
  const place = region === undefined ? [] : ['--region', region];
  return runCli(model, `Sign in as ${profile}`, ['session', 'authenticate', '--profile-name', profile, ...place]);
}

/** A session that still lives is prolonged; a dead one needs the browser. */
export const refreshSession: Action = async (actions, node) => {
  const held = await chosenCredential(
    actions,
    node,
    (one) => hasProfile(one) && one.credential.method === 'session-token',
  );
  const { profile, expiry, region } = held?.credential ?? {};
  if (!held || profile === undefined) return;
  if (expiry !== undefined && expiry > Date.now()) {
    await runCli(actions.model, `Refresh ${profile}`, ['session', 'refresh', '--profile', profile]);
  } else await authenticate(actions.model, profile, region);
};

async function runCli(model: Model, name: string, args: readonly string[]): Promise<void> {
  const task = new Task({ type: 'process' }, TaskScope.Workspace, name, 'OCI', new ProcessExecution('oci', [...args]));
  task.presentationOptions = { reveal: TaskRevealKind.Always, focus: true };
  const execution = await tasks.executeTask(task);
  const end = tasks.onDidEndTask((event) => {
    if (event.execution !== execution) return;
    end.dispose();
    void model.refresh();
  });
}
