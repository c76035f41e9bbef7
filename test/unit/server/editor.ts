import { type ChildProcess, spawn } from 'node:child_process';
import {
  type CodeAction,
  createProtocolConnection,
  type Diagnostic,
  type FileChangeType,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import { CLI, ensureBuilt } from '../cli/program';

/** An editor that knows nothing of VS Code: speaks the protocol over standard input and output. */
export class Editor {
  private readonly heard: PublishDiagnosticsParams[] = [];
  private readonly waiting: {
    fits(params: PublishDiagnosticsParams): boolean;
    done(params: PublishDiagnosticsParams): void;
  }[] = [];

  private constructor(
    private readonly child: ChildProcess,
    readonly connection: ProtocolConnection,
  ) {
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.heard.push(params);
      for (const one of this.waiting.filter(({ fits }) => fits(params))) {
        this.waiting.splice(this.waiting.indexOf(one), 1);
        one.done(params);
      }
    });
  }

  static async start(initialize: object = {}): Promise<Editor> {
    ensureBuilt();
    const child = spawn(process.execPath, [CLI, 'server', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const editor = new Editor(child, connection);
    connection.listen();
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: {},
      ...initialize,
    });
    await connection.sendNotification('initialized', {});
    return editor;
  }

  /** Resolves to the exit code. */
  async stop(): Promise<number | null> {
    const gone = new Promise<number | null>((resolve) => {
      this.child.once('exit', resolve);
    });
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    return gone;
  }

  open(uri: string, text: string, languageId = 'python'): Promise<void> {
    return this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  change(uri: string, version: number, contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    return this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  close(uri: string): Promise<void> {
    return this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** Every version of a document that got diagnostics so far. */
  versionsOf(uri: string): (number | undefined)[] {
    return this.heard.filter((one) => one.uri === uri).map((one) => one.version);
  }

  async diagnostics(uri: string, version?: number): Promise<Diagnostic[]> {
    const fits = (one: PublishDiagnosticsParams): boolean => one.uri === uri && one.version === version;
    const known = this.heard.find(fits);
    if (known) return known.diagnostics;
    const heard = await new Promise<PublishDiagnosticsParams>((done) => this.waiting.push({ fits, done }));
    return heard.diagnostics;
  }

  /** The next diagnostics of a document that fit. */
  next(uri: string, fits: (diagnostics: Diagnostic[]) => boolean): Promise<Diagnostic[]> {
    return new Promise((done) => {
      this.waiting.push({
        fits: (one) => one.uri === uri && fits(one.diagnostics),
        done: (one) => done(one.diagnostics),
      });
    });
  }

  /** The diagnostics of a document as soon as the last word about it fits. */
  async settled(uri: string, fits: (diagnostics: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]> {
    const last = this.heard.findLast((one) => one.uri === uri);
    if (last && fits(last.diagnostics)) return last.diagnostics;
    const heard = await new Promise<PublishDiagnosticsParams>((done) =>
      this.waiting.push({ fits: (one) => one.uri === uri && fits(one.diagnostics), done }),
    );
    return heard.diagnostics;
  }

  /** Everything that the editor shows now, by document. */
  get shown(): ReadonlyMap<string, readonly Diagnostic[]> {
    const shown = new Map(this.heard.map(({ uri, diagnostics }) => [uri, diagnostics]));
    return new Map([...shown].filter(([, diagnostics]) => diagnostics.length > 0));
  }

  changedOnDisk(uri: string, type: FileChangeType): Promise<void> {
    return this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
  }

  actions(uri: string, { range }: Diagnostic, only?: string[]): Promise<CodeAction[]> {
    return this.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [], only },
    });
  }
}
