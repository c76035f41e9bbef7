import type { WebviewPanel } from 'vscode';
import { explainError, recognises } from '../explain/explain';
import type { PageId } from '../page/restoring';
import type { Session } from '../session';
import { readAnswers } from '../wizard/read-answers';
import { showAnswers } from '../wizard/wizard';

interface Restored {
  readonly id: PageId;
  readonly panel: WebviewPanel;
  /** What the page kept; another version may have written it. */
  readonly state: unknown;
}

export async function restorePage(session: Session, { id, panel, state }: Restored): Promise<void> {
  const answers = id === 'principled.plan' ? readAnswers(state) : undefined;
  if (answers) return showAnswers(session, answers, panel);
  const { error } = (state ?? {}) as { error?: unknown };
  if (id === 'principled.error' && typeof error === 'string' && recognises(error))
    return explainError(session, error, panel);
  panel.dispose();
}
