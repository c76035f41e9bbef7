import { ProcessExecution, Task, type TaskExecution, TaskRevealKind, TaskScope, tasks } from 'vscode';
import { standardConfig } from '../../../machine/config-in-use';
import { mustNameForCli } from '../../../machine/config-location';
import type { Model } from '../model';
import { chosenCredential, hasProfile } from './choose';
import type { Action } from './context';

interface SessionProfile {
  readonly profile: string;
  readonly region?: string;
  readonly file: string;
}

/**
 * A profile name goes to the CLI as an argument of its own, never through a shell. It writes to `~/.oci/config` unless
 * `--config-location` says otherwise (oci-cli `cli_session.py`), whatever its variable for the file says.
 */
export function authenticate(model: Model, { profile, region, file }: SessionProfile): Promise<void> {
  const place = region === undefined ? [] : ['--region', region];
  const where = file === standardConfig(model.machine) ? [] : ['--config-location', file];
  const args = ['session', 'authenticate', '--profile-name', profile, ...place, ...where];
  return runCli(model, `Sign in as ${profile}`, args);
}

/** A session that still lives is prolonged; a dead one needs the browser. */
export const refreshSession: Action = async (actions, node) => {
  const held = await chosenCredential(
    actions,
    node,
    (one) => hasProfile(one) && one.credential.method === 'session-token',
  );
  const { profile, expiry, region, location } = held?.credential ?? {};
  if (profile === undefined || !location) return;
  const { model } = actions;
  const { file } = location;
  if (expiry !== undefined && expiry > Date.now()) {
    const where = (await mustNameForCli(file, model.machine)) ? ['--config-file', file] : [];
    await runCli(model, `Refresh ${profile}`, ['session', 'refresh', '--profile', profile, ...where]);
  } else await authenticate(model, { profile, region, file });
};

async function runCli(model: Model, name: string, args: readonly string[]): Promise<void> {
  const task = new Task({ type: 'process' }, TaskScope.Workspace, name, 'OCI', new ProcessExecution('oci', [...args]));
  task.presentationOptions = { reveal: TaskRevealKind.Always, focus: true };
  // A command that is not there ends before its start is told.
  const ended = new Set<TaskExecution>();
  let execution: TaskExecution | undefined;
  const settle = (): void => {
    if (!execution || !ended.has(execution)) return;
    end.dispose();
    void model.refresh();
  };
  const end = tasks.onDidEndTask((event) => {
    ended.add(event.execution);
    settle();
  });
  try {
    execution = await tasks.executeTask(task);
  } catch (error) {
    end.dispose();
    throw error;
  }
  settle();
}
