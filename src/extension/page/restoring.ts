import { type Disposable, window } from 'vscode';
import type { Session } from '../session';

export const PAGES = ['principled.plan', 'principled.error'] as const;
export type PageId = (typeof PAGES)[number];

/** Pages that were open when the window was reloaded come back with what they showed. */
export const restoring = (session: Session): Disposable[] =>
  PAGES.map((id) =>
    window.registerWebviewPanelSerializer(id, {
      async deserializeWebviewPanel(panel, state: unknown): Promise<void> {
        const { restorePage } = await import('../assistant/main');
        await restorePage(session, { id, panel, state });
      },
    }),
  );
