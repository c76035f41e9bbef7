import type { Connection, WorkDoneProgressReporter } from 'vscode-languageserver';

const TITLE = 'OCI GenAI Auth: looking through the workspace';
/** What is done sooner is not worth a word. */
const PATIENCE_MS = 1_500;

type State = { readonly done: number; readonly total: number } | 'end';

/** Tells the editor how far a pass is, once it lasts. */
export function passProgress(connection: Connection, supported: boolean): (state: State) => void {
  let reporter: Promise<WorkDoneProgressReporter | undefined> | undefined;
  let began = 0;
  return (state) => {
    if (!supported) return;
    if (state === 'end') {
      void reporter?.then((one) => one?.done());
      reporter = undefined;
      began = 0;
      return;
    }
    began ||= Date.now();
    if (!reporter && Date.now() - began > PATIENCE_MS) reporter = begin(connection);
    void reporter?.then((one) => one?.report(Math.floor((100 * state.done) / Math.max(1, state.total))));
  };
}

async function begin(connection: Connection): Promise<WorkDoneProgressReporter | undefined> {
  try {
    const reporter = await connection.window.createWorkDoneProgress();
    reporter.begin(TITLE, 0, undefined, false);
    return reporter;
  } catch {
    // An editor that refuses goes without.
    return undefined;
  }
}
