import {
  type CancellationToken,
  commands,
  type Disposable,
  type ExtensionContext,
  type WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import {
  LanguageClient,
  type WorkspaceEdit as ProtocolEdit,
  RevealOutputChannelOn,
  TransportKind,
} from 'vscode-languageclient/node';
import { REPAIR_REQUEST, type RepairParams } from '../advisor/repair-request';
import { SURVEY_REQUEST, type Survey } from '../advisor/survey';
import { type PassWish, STOP_PASS } from '../engine/pass-wish';
import { LinterStatus } from './linter-status';
import { SELECTOR } from './selector';

const RESTART = 'Restart';
const SHOW_LOG = 'Show Log';

const PASS = 'principled.workspace.enabled';

/** Files that nobody has open are linted too, but for those that the user hides. */
function passWish(): PassWish | undefined {
  if (!workspace.getConfiguration().get(PASS, true)) return undefined;
  const hidden = workspace.getConfiguration('files').get<Record<string, boolean | object>>('exclude', {});
  return { exclude: Object.keys(hidden).filter((pattern) => hidden[pattern] === true) };
}

const LENS = 'principled.codeLens.enabled';
const lensesAreOn = (): boolean => workspace.getConfiguration().get(LENS, false);

/** The language server as the editor sees it: starts, restarts and stops one after the other. */
export class LinterClient implements Disposable {
  private readonly client: LanguageClient;
  private readonly status = new LinterStatus();
  private readonly commands: readonly Disposable[];
  private queue: Promise<void> = Promise.resolve();

  constructor(context: ExtensionContext) {
    const module = context.asAbsolutePath('dist/server.js');
    this.client = new LanguageClient(
      'principled',
      'OCI GenAI Auth',
      { run: { module, transport: TransportKind.ipc }, debug: { module, transport: TransportKind.ipc } },
      {
        documentSelector: SELECTOR,
        revealOutputChannelOn: RevealOutputChannelOn.Never,
        // A workspace that nobody trusts must not steer what is read of the user's own files.
        initializationOptions: () => ({
          userConfig: workspace.isTrusted,
          trusted: workspace.isTrusted,
          codeLens: true,
          commands: true,
          workspacePass: passWish(),
        }),
        middleware: {
          provideCodeLenses: (document, token, next) => (lensesAreOn() ? next(document, token) : []),
        },
      },
    );
    this.client.onDidChangeState(({ newState }) => this.status.show(newState));
    this.commands = [
      commands.registerCommand('principled.restartServer', () => this.restart()),
      commands.registerCommand('principled.stopWorkspacePass', () => this.client.sendNotification(STOP_PASS)),
      commands.registerCommand('principled.showLog', () => this.client.outputChannel.show()),
      workspace.onDidGrantWorkspaceTrust(() => void this.restart()),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(LENS)) this.refreshLenses();
        if (change.affectsConfiguration(PASS) || change.affectsConfiguration('files.exclude')) void this.restart();
      }),
    ];
  }

  start(): Promise<void> {
    return this.enqueue(() => this.client.start());
  }

  /** What the server finds in the workspace; it may have to start first. */
  async survey(): Promise<Survey> {
    await this.queue;
    return this.client.sendRequest<Survey>(SURVEY_REQUEST, {});
  }

  private refreshLenses(): void {
    const feature = this.client.getFeature('textDocument/codeLens');
    for (const document of workspace.textDocuments) feature.getProvider(document)?.onDidChangeCodeLensEmitter.fire();
  }

  /** One edit of the whole workspace, each change of it to be confirmed. */
  async repair(params: RepairParams, token: CancellationToken): Promise<WorkspaceEdit> {
    await this.queue;
    const edit = await this.client.sendRequest<ProtocolEdit>(REPAIR_REQUEST, params, token);
    return this.client.protocol2CodeConverter.asWorkspaceEdit(edit, token);
  }

  private restart(): Promise<void> {
    return this.enqueue(() => (this.client.isRunning() ? this.client.restart() : this.client.start()));
  }

  dispose(): void {
    for (const command of this.commands) command.dispose();
    this.status.dispose();
    void this.enqueue(() => this.client.dispose());
  }

  private enqueue(operation: () => Promise<void>): Promise<void> {
    this.queue = this.queue.then(operation).catch((error: unknown) => this.failed(error));
    return this.queue;
  }

  /** Does not wait for the answer: a message that nobody closes must not hold the queue. */
  private failed(error: unknown): void {
    this.status.failed();
    const reason = error instanceof Error ? error.message : 'unknown reason';
    void window
      .showErrorMessage(`OCI GenAI Auth: the linter could not start (${reason}).`, RESTART, SHOW_LOG)
      .then((answer) => {
        if (answer === RESTART) void this.restart();
        if (answer === SHOW_LOG) this.client.outputChannel.show();
      });
  }
}
