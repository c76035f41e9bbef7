import { commands, type Disposable } from 'vscode';
import { AFTER_FIX, KEEP_SECRET } from '../advisor/repair-request';
import type { Session } from './session';

type Assistant = typeof import('./assistant/main');

/** Commands whose code is loaded when they are called. */
export function onDemand(session: Session): Disposable[] {
  const command = (id: string, run: (assistant: Assistant, given: unknown) => Promise<void>): Disposable =>
    commands.registerCommand(id, async (given: unknown) => run(await import('./assistant/main'), given));
  return [
    command(AFTER_FIX, ({ afterFix }, given) => afterFix(given)),
    command(KEEP_SECRET, ({ keepSecret }, given) => keepSecret(session, given)),
    command('principled.switchWorkspace', ({ repairWorkspace }) => repairWorkspace(session, { mode: 'switch' })),
    command('principled.fixWorkspace', ({ repairWorkspace }, rule) =>
      repairWorkspace(session, { mode: 'safe', rule: typeof rule === 'string' ? rule : undefined }),
    ),
    command('principled.setUp', ({ chooseAndSetUp }) => chooseAndSetUp(session)),
    command('principled.explainError', ({ explainError }, given) =>
      explainError(session, typeof given === 'string' ? given : undefined),
    ),
    command('principled.generatePolicy', ({ generatePolicy }) => generatePolicy(session)),
    command('principled.doctor', ({ doctor }) => doctor(session)),
  ];
}
