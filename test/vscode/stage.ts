import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import util from 'node:util';
import sinon, { type SinonStub } from 'sinon';
import {
  commands,
  env,
  MarkdownString,
  type ProcessExecution,
  type TaskExecution,
  type TreeView,
  tasks,
  window,
  workspace,
} from 'vscode';
import { NOTHING_FOUND, type Survey, type UseFact } from '../../src/advisor';
import type { Actions } from '../../src/extension/explorer/actions/context';
import { itemOf } from '../../src/extension/explorer/items';
import { SecretVault } from '../../src/extension/explorer/key-vault';
import { Model } from '../../src/extension/explorer/model';
import type { CredentialNode, Node, ProblemNode } from '../../src/extension/explorer/node';
import { CredentialTree } from '../../src/extension/explorer/tree';
import { Home, rsaKey, tokenFor } from '../unit/machine/home';
import { memory } from './memory';

export const TENANCY = 'ocid1.tenancy.oc1..aaaaaaaatenancyofthesuites';
export const USER = 'ocid1.user.oc1..aaaaaaaauserofthesuites';

type Asking = 'showQuickPick' | 'showInputBox' | 'showInformationMessage' | 'showWarningMessage' | 'showErrorMessage';

export const profileOf = (name: string, values: Readonly<Record<string, string>>): string =>
  `[${name}]\n${Object.entries(values)
    .map(([key, value]) => `${key}=${value}`)
    .join('\n')}\n`;

/** The explorer on a machine of its own, with a user whose answers are given ahead. */
export class Stage {
  readonly home = new Home();
  readonly keyring = memory();
  readonly vault = new SecretVault(this.keyring);
  readonly terminals = new Map<string, string>();
  /** Whatever the window must never show. */
  readonly secrets: string[] = [];
  /** What the workspace shows, such as the calls of its code. */
  survey: Survey = NOTHING_FOUND;
  look = async (): Promise<Survey> => this.survey;
  readonly model = new Model({
    vault: this.vault,
    machine: () => this.home.machine,
    survey: () => this.look(),
  });
  readonly tree = new CredentialTree(this.model);
  readonly actions: Actions = {
    model: this.model,
    vault: this.vault,
    view: { selection: [], visible: false } as unknown as TreeView<Node>,
    terminals: {
      description: undefined,
      replace: (name, value) => void this.terminals.set(name, value),
      delete: (name) => void this.terminals.delete(name),
    },
  };
  readonly ui: Record<Asking, SinonStub> = {
    showQuickPick: sinon.stub(window, 'showQuickPick'),
    showInputBox: sinon.stub(window, 'showInputBox'),
    showInformationMessage: sinon.stub(window, 'showInformationMessage'),
    showWarningMessage: sinon.stub(window, 'showWarningMessage'),
    showErrorMessage: sinon.stub(window, 'showErrorMessage'),
  };
  private readonly said: string[] = [];

  constructor() {
    // The host passes the console on to its log.
    for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
      sinon.stub(console, level).callsFake((...args: unknown[]) => void this.said.push(util.format(...args)));
    }
  }

  set uses(uses: readonly UseFact[]) {
    this.survey = { ...NOTHING_FOUND, uses };
  }

  /** Ends the run, and looks for secrets in all that it showed or said. */
  async close(): Promise<void> {
    const items = (await this.nodes()).map((node) => itemOf(node, this.model));
    const asked = Object.values(this.ui).map((stub) => stub.args);
    const editors = workspace.textDocuments
      .filter(({ isUntitled, uri }) => isUntitled || uri.scheme === 'output')
      .map((one) => one.getText());
    const clipboard = await env.clipboard.readText();
    sinon.restore();
    const shown = JSON.stringify([items, asked, editors, clipboard, [...this.terminals], this.said], (_, value) =>
      value instanceof MarkdownString ? value.value : value,
    );
    for (const secret of this.secrets) {
      for (const line of secret.split('\n').filter((one) => one.length > 20 && !one.startsWith('-----')))
        assert.ok(!shown.includes(line), 'a secret is shown');
    }
    this.model.dispose();
    this.home.remove();
    await commands.executeCommand('workbench.action.closeAllEditors');
  }

  /** The answers of a user, in the order of the questions; a choice by the beginning of its label. */
  answers(...texts: string[]): void {
    for (const [at, text] of texts.entries()) this.ui.showInputBox.onCall(at).resolves(text);
  }

  choices(...labels: string[]): void {
    for (const [at, label] of labels.entries())
      this.ui.showQuickPick
        .onCall(at)
        .callsFake(async (all: readonly { label: string }[]) => all.find((one) => one.label.startsWith(label)));
  }

  async nodes(parent?: Node): Promise<Node[]> {
    const children = await this.tree.getChildren(parent);
    return [...children, ...(await Promise.all(children.map((one) => this.nodes(one)))).flat()];
  }

  async credential(label: string): Promise<CredentialNode> {
    await this.model.refresh();
    const found = (await this.nodes()).find((node) => node.kind === 'credential' && node.credential.label === label);
    assert.ok(found?.kind === 'credential', label);
    return found;
  }

  async problem(code: string): Promise<ProblemNode> {
    await this.model.refresh();
    const all = await this.nodes();
    const found = all.find((node) => node.kind === 'problem' && node.problem.code === code);
    assert.ok(found?.kind === 'problem', JSON.stringify(all.map((node) => itemOf(node, this.model).label)));
    return found;
  }

  /** A profile of a key, with its file. */
  keyProfile(name = 'TEAM', changes: Readonly<Record<string, string>> = {}): string {
    const { pem, fingerprint } = rsaKey();
    this.secrets.push(pem);
    const key_file = this.home.write(`.oci/${name}.pem`, pem);
    const values = { user: USER, fingerprint, tenancy: TENANCY, region: 'us-chicago-1', key_file, ...changes };
    return profileOf(name, values);
  }

  sessionProfile(expires: number): string {
    const { key, pem, fingerprint } = rsaKey();
    const token = tokenFor(key, expires);
    this.secrets.push(pem, token);
    const files = {
      key_file: this.home.write('.oci/s.pem', pem),
      security_token_file: this.home.write('.oci/token', token),
    };
    return profileOf('S', { fingerprint, tenancy: TENANCY, region: 'us-chicago-1', ...files });
  }

  config(): string {
    return readFileSync(this.home.path('.oci/config'), 'utf8');
  }

  /** What a task would run. */
  runs(): readonly string[][] {
    const all: string[][] = [];
    sinon.stub(tasks, 'executeTask').callsFake(async ({ execution }) => {
      const { process, args } = execution as ProcessExecution;
      all.push([process, ...args]);
      return {} as TaskExecution;
    });
    return all;
  }
}
