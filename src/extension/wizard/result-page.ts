import { type TextEditor, type WebviewPanel, window, workspace } from 'vscode';
import { type Answers, type Plan, planFor, type Survey } from '../../advisor';
import type { CodeLanguage } from '../../knowledge/code';
import { isMethod } from '../../knowledge/method';
import { type Credential, heldCredentials, testCredential } from '../assistant/credentials';
import { type Act, Panel } from '../page/panel';
import { copy, insertAtCursor, openAsFile } from '../page/put-text';
import type { Session } from '../session';
import { type PolicyForm, piecesOf, profilesFor, resultView, type View } from './result-view';

/** Answers that are names or OCIDs, each with a field of its own. */
const NAMES = ['group', 'domain', 'namespace', 'serviceAccount', 'apiKeyId', 'clusterId'] as const;
const isName = (name: string): name is (typeof NAMES)[number] => (NAMES as readonly string[]).includes(name);

/** Fields that take an OCID and nothing else: a key that is pasted into the wrong one is neither shown nor kept. */
const OCIDS: Readonly<Record<string, readonly [RegExp, string]>> = {
  apiKeyId: [/^ocid1\.generativeaiapikey\.[\w.-]{3,200}$/, 'a GenAI API key'],
  clusterId: [/^ocid1\.cluster\.[\w.-]{3,200}$/, 'an OKE cluster'],
};
const isMistaken = (name: string, value: string): boolean => OCIDS[name]?.[0].test(value.trim()) === false;

export interface ResultPageOptions {
  readonly session: Session;
  readonly answers: Answers;
  readonly survey: Survey;
  readonly restored?: WebviewPanel;
  restart(): Promise<void>;
}

/** The page of one plan: every answer can still be changed on it. */
export class ResultPage {
  private readonly panel: Panel;
  private readonly editor: TextEditor | undefined = window.activeTextEditor;
  private form: PolicyForm = 'console';
  private credentials: readonly Credential[] = [];
  private credential: string | undefined;
  private results: View['results'];
  private test: AbortController | undefined;

  private readonly session: Session;
  private readonly survey: Survey;
  private readonly restart: () => Promise<void>;
  private answers: Answers;

  private constructor({ session, answers, survey, restart, restored }: ResultPageOptions) {
    this.session = session;
    this.answers = answers;
    this.survey = survey;
    this.restart = restart;
    const done = (): void => this.test?.abort();
    const options = { id: 'principled.plan', title: 'OCI GenAI Auth', restored, done } as const;
    this.panel = new Panel(session.context, options, (act) => this.act(act));
  }

  static show(options: ResultPageOptions): void {
    const page = new ResultPage(options);
    page.render();
    void page.findCredentials();
  }

  private view(): View {
    return {
      plan: this.plan(),
      form: this.form,
      credentials: this.credentials,
      trusted: workspace.isTrusted,
      credential: this.credential,
      testing: this.test !== undefined,
      results: this.results,
    };
  }

  /** Code that reads a profile names one that is there. */
  private plan(): Plan {
    const plan = planFor(this.answers, this.survey);
    const profiles = profilesFor(plan.chosen.method, this.credentials);
    const { profile } = this.answers.places;
    if (profiles.length === 0 || (profile && profiles.includes(profile))) return plan;
    return planFor({ ...this.answers, places: { ...this.answers.places, profile: profiles[0] } }, this.survey);
  }

  private render(): void {
    this.panel.show(resultView(this.view()), this.answers);
  }

  private async findCredentials(): Promise<void> {
    this.credentials = (await heldCredentials(this.session.context)).map(({ credential }) => credential);
    const { method } = planFor(this.answers).chosen;
    this.credential = (this.credentials.find((one) => one.method === method) ?? this.credentials[0])?.id;
    this.render();
  }

  private async act({ act, arg, value }: Act): Promise<void> {
    const piece = piecesOf(this.view()).get(arg);
    switch (act) {
      case 'copy':
        return piece && this.panel.say(await copy(piece));
      case 'insert':
        return piece && this.panel.say(await insertAtCursor(piece, this.editor));
      case 'file':
        return piece && this.panel.say(await openAsFile(piece));
      case 'form':
        if (arg === 'console' || arg === 'terraform' || arg === 'cli') this.form = arg;
        return this.render();
      case 'method':
        if (isMethod(arg)) this.answers = { ...this.answers, method: arg };
        return this.render();
      case 'field':
        this.set(arg, value?.trim() || undefined);
        this.render();
        return value && isMistaken(arg, value) ? this.panel.say(`That is no OCID of ${OCIDS[arg]?.[1]}`) : undefined;
      case 'test':
        return this.runTest();
      case 'cancel':
        return this.test?.abort();
      case 'restart':
        return this.restart();
    }
  }

  private set(name: string, value: string | undefined): void {
    if (name === 'language') this.answers = { ...this.answers, language: value as CodeLanguage, framework: undefined };
    else if (name === 'credential') this.credential = value;
    else if (name === 'compartment' || name === 'profile') {
      const { [name]: _, ...places } = this.answers.places;
      this.answers = { ...this.answers, places: value === undefined ? places : { ...places, [name]: value } };
    } else if (isName(name) && !(value && isMistaken(name, value))) {
      this.answers = { ...this.answers, [name]: value };
    }
  }

  private async runTest(): Promise<void> {
    if (!this.credential || this.test) return;
    const test = new AbortController();
    this.test = test;
    this.results = undefined;
    this.render();
    const { compartment } = this.answers.places;
    const found = await testCredential(this.session.context, {
      credential: this.credential,
      compartment,
      signal: test.signal,
    });
    this.test = undefined;
    this.results = found ?? 'unusable';
    this.render();
    this.panel.say('The test is done');
  }
}
