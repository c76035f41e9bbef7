import { commands, Range, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import { type Explanation, explain, factsOf, maskEcho, NOTHING_FOUND, type Survey } from '../../advisor';
import { causesOf } from '../../knowledge/errors';
import { type Credential, heldCredentials, testCredential } from '../assistant/credentials';
import { type Act, Panel } from '../page/panel';
import type { Session } from '../session';
import { type CauseView, explainView, type Tested } from './explain-view';
import { remediesFor } from './remedies';
import type { Remedy } from './remedy';
import { textToExplain } from './sources';

export const recognises = (text: string): boolean => causesOf(text).length > 0;

const REFUSAL = 'This is no OCI authentication error that is known here.';

/** The causes of an error in the order of this workspace, on a page. */
export async function explainError(session: Session, given?: string, restored?: WebviewPanel): Promise<void> {
  const text = given ?? (await textToExplain(session));
  if (!text?.trim()) return;
  // Not awaited: the answer to a message does not matter here.
  if (!recognises(text)) return void window.showInformationMessage(REFUSAL);
  const [survey, held] = await Promise.all([
    session.survey().catch(() => NOTHING_FOUND),
    heldCredentials(session.context),
  ]);
  const credentials = held.map(({ credential }) => credential);
  const explanation = explainHere(text, survey, credentials);
  new ExplainPage({ session, text, explanation, survey, credentials, restored }).render();
}

function explainHere(text: string, survey: Survey, credentials: readonly Credential[]): Explanation {
  const policies = survey.policies.map(({ statement }) => statement);
  return explain(text, factsOf({ ...survey, policies, credentials }));
}

interface ExplainPageOptions {
  readonly session: Session;
  readonly text: string;
  readonly explanation: Explanation;
  readonly survey: Survey;
  readonly credentials: readonly Credential[];
  readonly restored?: WebviewPanel;
}

const MOST_KEPT = 8_000;

class ExplainPage {
  private readonly panel: Panel;
  private readonly causes: readonly CauseView[];
  private test: AbortController | undefined;
  private tested: readonly Tested[] | undefined;

  private readonly session: Session;
  private readonly explanation: Explanation;
  private readonly credentials: readonly Credential[];
  /** With it the page comes back after a reload. */
  private readonly kept: { readonly error: string };

  constructor({ session, text, explanation, survey, credentials, restored }: ExplainPageOptions) {
    this.session = session;
    this.explanation = explanation;
    this.credentials = credentials;
    this.kept = { error: maskEcho(text.slice(0, MOST_KEPT)) };
    const uriOf = (file: string): string => Uri.file(file).toString();
    this.causes = explanation.causes.map((cause) => ({
      cause,
      remedies: remediesFor(cause, { seen: explanation.seen, survey, credentials, uriOf }),
    }));
    const done = (): void => this.test?.abort();
    const options = { id: 'principled.error', title: 'OCI Error', restored, done } as const;
    this.panel = new Panel(session.context, options, (act) => this.act(act));
  }

  render(): void {
    const { explanation, causes, tested } = this;
    this.panel.show(explainView({ explanation, causes, testing: this.test !== undefined, tested }), this.kept);
  }

  private async act({ act, arg }: Act): Promise<void> {
    if (act === 'cancel') this.test?.abort();
    if (act !== 'remedy') return;
    const [cause = -1, remedy = -1] = arg.split('.').map(Number);
    const chosen = this.causes[cause]?.remedies[remedy];
    if (chosen) await this.apply(chosen);
  }

  private async apply(remedy: Remedy): Promise<void> {
    switch (remedy.kind) {
      case 'jump': {
        const selection = new Range(remedy.line, 0, remedy.line, 0);
        await window.showTextDocument(Uri.parse(remedy.uri), { selection, viewColumn: ViewColumn.Beside });
        return;
      }
      case 'command':
        await commands.executeCommand(remedy.command);
        return;
      case 'test':
        return this.runTest();
    }
  }

  private async runTest(): Promise<void> {
    if (this.test) return;
    const test = new AbortController();
    this.test = test;
    this.render();
    const tested: Tested[] = [];
    for (const { id, label } of this.credentials) {
      if (test.signal.aborted) break;
      tested.push({
        label,
        results: await testCredential(this.session.context, { credential: id, signal: test.signal }),
      });
    }
    this.test = undefined;
    this.tested = tested;
    this.render();
    this.panel.say('The test is done');
  }
}
