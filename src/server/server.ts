import {
  type CancellationToken,
  CodeActionKind,
  type Connection,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type InitializeResult,
  NotebookDocuments,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { SURVEY_REQUEST } from '../advisor';
import { REPAIR_REQUEST, type RepairParams } from '../advisor/repair-request';
import type { Engine, WorkspaceFiles } from '../engine';
import { passWish, STOP_PASS } from '../engine/pass-wish';
import type { SettingsSource } from '../machine/settings-file';
import { Surroundings } from '../machine/surroundings';
import { DiskFiles } from '../machine/workspace-files';
import { SETTINGS_FILE } from '../rules/settings/settings';
import { codeActions, FIX_ALL } from './code-actions';
import { useHover, useLenses } from './insight';
import { type Linted, Linter } from './linter';
import { type OpenDocument, openDocuments } from './open-document';
import { passProgress } from './pass/progress';
import { WorkspacePass } from './pass/workspace-pass';
import { policyCompletions, policyHover } from './policy-insight';
import { settingsDiagnostics } from './settings-diagnostics';
import { survey } from './survey';
import { documentUnit, fileOf, notebookUnit, type Unit } from './units';
import { repairWorkspace } from './workspace-repairs';

/** Languages of notebook cells that are programs. */
const CELL_LANGUAGES = ['python'];

/** Files whose change may change what is found, there or elsewhere. */
const WATCHED =
  '**/*.{py,ipynb,ts,mts,cts,tsx,js,mjs,cjs,jsx,java,go,cs,sh,bash,ps1,tf,tfvars,yaml,yml,json,toml,env,ini,cfg,conf,properties,md,sql,http,rest,xml,html,kt,scala,groovy,php,rb,rs,pem,policy,mod,gitignore,dockerignore}';
/** Keys of a build lie here, under any name. */
const KEY_FOLDER = '**/.oci/*';
/** It says which files git holds. */
const GIT_INDEX = '**/.git/index';
const DECIDES_FOR_OTHERS = /\/(?:\.gitignore|func\.ya?ml|principled\.json|go\.mod|[^/]*\.(?:tf|policy))$/;

export interface ServerOptions {
  /** Makes the engine over the files as the editor has them. */
  engine(files: WorkspaceFiles): Engine;
  readonly version: string;
  page(rule: string): string;
  /** The bundle that lints files which nobody has open, in a worker; absent where none can be started. */
  readonly background?: string;
}

/** Wires the engine to an editor. */
export function serve(connection: Connection, { engine: engineOver, version, page, background }: ServerOptions): void {
  const documents = new TextDocuments<OpenDocument>(openDocuments);
  const notebooks = new NotebookDocuments<OpenDocument>(openDocuments);
  const files = new EditorFiles((uri) => documents.get(uri)?.text);
  const engine = engineOver(files);
  const settings: SettingsSource = {
    text: (uri) => documents.get(uri)?.text,
    read: (read) => void connection.sendDiagnostics(settingsDiagnostics(read)),
  };
  let surroundings = new Surroundings({ roots: [], userConfig: false, trusted: false, settings });
  const linter = new Linter({
    engine,
    surroundings: (file) => surroundings.of(file),
    page,
    publish: (uri, at, diagnostics) => void connection.sendDiagnostics({ uri, version: at, diagnostics }),
    failed: (uri, error) =>
      connection.console.error(`${uri}: ${error instanceof Error ? error.stack : 'unexpected failure'}`),
  });

  const notebookNow = (uri: string): Unit | undefined => {
    const notebook = notebooks.getNotebookDocument(uri);
    const cells = (notebook?.cells ?? []).flatMap((cell, index) => {
      const document = notebooks.getCellTextDocument(cell);
      return document && CELL_LANGUAGES.includes(document.languageId) ? [{ document, index }] : [];
    });
    const language = cells[0]?.document.languageId;
    return language ? notebookUnit(uri, cells, language) : undefined;
  };
  const lintDocument = (uri: string): void =>
    linter.schedule(uri, () => {
      const document = documents.get(uri);
      return document && documentUnit(document);
    });
  const lintNotebook = (uri: string): void => linter.schedule(uri, () => notebookNow(uri));

  /** Open files follow the settings while they are typed. */
  const settingsChanged = (uri: string): void => {
    surroundings.forgetSettings();
    // Of a file that is gone nothing is read, and nothing else takes back what was wrong in it.
    void connection.sendDiagnostics({ uri, diagnostics: [] });
    // Its problems are told even where no file asks for it.
    const file = fileOf(uri);
    if (file) void surroundings.of(file);
    linter.again();
  };

  let pass: WorkspacePass | undefined;
  let watches = false;
  let roots: readonly string[] = [];
  let lenses = false;
  let creates = false;
  let commands = false;
  connection.onInitialize(({ capabilities, workspaceFolders, initializationOptions }): InitializeResult => {
    roots = (workspaceFolders ?? []).map(({ uri }) => fileOf(uri)).filter((root) => root !== undefined);
    // What an editor does not say it does not vouch for.
    const allowed = {
      userConfig: initializationOptions?.userConfig === true,
      trusted: initializationOptions?.trusted === true,
    };
    surroundings = new Surroundings({ roots, ...allowed, settings });
    const wish = passWish(initializationOptions?.workspacePass);
    pass =
      background && wish && roots.length > 0
        ? new WorkspacePass({
            script: background,
            job: { roots, exclude: wish.exclude, ...allowed },
            isOpen: (uri) => documents.get(uri) !== undefined || notebooks.getNotebookDocument(uri) !== undefined,
            publish: (uri, diagnostics) => void connection.sendDiagnostics({ uri, diagnostics }),
            progress: passProgress(connection, capabilities.window?.workDoneProgress === true),
            failed: (error) => connection.console.error(`The workspace: ${String(error)}`),
          })
        : undefined;
    lenses = initializationOptions?.codeLens === true;
    commands = initializationOptions?.commands === true;
    creates = capabilities.workspace?.workspaceEdit?.resourceOperations?.includes('create') ?? false;
    watches = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false;
    return {
      serverInfo: { name: 'Principled', version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
        notebookDocumentSync: {
          notebookSelector: [{ notebook: '*', cells: CELL_LANGUAGES.map((language) => ({ language })) }],
        },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
        hoverProvider: true,
        completionProvider: { triggerCharacters: [' '] },
        ...(lenses ? { codeLensProvider: {} } : {}),
      },
    };
  });
  connection.onInitialized(() => {
    pass?.everything();
    if (!watches) return;
    const watchers = [{ globPattern: WATCHED }, { globPattern: GIT_INDEX }, { globPattern: KEY_FOLDER }];
    void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.every(({ uri }) => uri.endsWith('/.git/index'))) return linter.again();
    surroundings.forget();
    files.forget();
    for (const { uri } of changes.filter((one) => isSettings(one.uri))) settingsChanged(uri);
    linter.again();
    if (changes.some(({ uri }) => DECIDES_FOR_OTHERS.test(uri))) pass?.everything();
    for (const { uri } of changes.filter(({ type }) => type === FileChangeType.Deleted)) pass?.removed(uri);
    pass?.changed(changes.filter(({ type }) => type !== FileChangeType.Deleted).map(({ uri }) => uri));
  });
  connection.onNotification(STOP_PASS, () => pass?.stop());
  connection.onShutdown(() => pass?.stop());

  documents.onDidChangeContent(({ document }) => {
    if (isSettings(document.uri)) return settingsChanged(document.uri);
    lintDocument(document.uri);
    for (const uri of engine.dependents(document.uri)) if (documents.get(uri)) lintDocument(uri);
  });
  documents.onDidOpen(({ document }) => pass?.opened(document.uri));
  documents.onDidClose(({ document }) => {
    if (isSettings(document.uri)) settingsChanged(document.uri);
    else linter.forget(document.uri);
    pass?.changed([document.uri]);
  });
  notebooks.onDidOpen(({ uri }) => {
    // Its cells speak from now on.
    if (pass) void connection.sendDiagnostics({ uri, diagnostics: [] });
    pass?.opened(uri);
    lintNotebook(uri);
  });
  notebooks.onDidChange(({ notebookDocument }) => lintNotebook(notebookDocument.uri));
  notebooks.onDidClose(({ uri }) => {
    linter.forget(uri);
    pass?.changed([uri]);
  });

  const settled = (uri: string): Promise<Linted | undefined> =>
    linter.settled(notebooks.findNotebookDocumentForCell(uri)?.uri ?? uri);
  connection.onCodeAction(async (params) => {
    const linted = await settled(params.textDocument.uri);
    return linted ? codeActions(engine, linted, params, { files, creates, commands }) : [];
  });
  connection.onHover(async ({ textDocument: { uri }, position }) => {
    const document = documents.get(uri);
    const policy = document && policyHover(document, document.offsetAt(position));
    if (policy) return policy;
    const linted = await settled(uri);
    return linted && useHover(engine, linted, uri, position);
  });
  connection.onCompletion(({ textDocument: { uri }, position }) => {
    const document = documents.get(uri);
    return document ? policyCompletions(document, document.offsetAt(position)) : [];
  });
  connection.onCodeLens(async ({ textDocument: { uri } }) => {
    const linted = lenses ? await settled(uri) : undefined;
    return linted ? useLenses(engine, linted, uri) : [];
  });
  connection.onRequest(SURVEY_REQUEST, (_: unknown, token: CancellationToken) =>
    survey({ roots, engine: engineOver(files), surroundings, token }),
  );

  connection.onRequest(REPAIR_REQUEST, (params: RepairParams, token: CancellationToken) =>
    repairWorkspace({
      ...params,
      roots,
      engine: engineOver(files),
      surroundings,
      token,
      files,
      open: (uri) => documents.get(uri),
      isOpenNotebook: (uri) => notebooks.getNotebookDocument(uri) !== undefined,
    }),
  );

  documents.listen(connection);
  notebooks.listen(connection);
  connection.listen();
}

const isSettings = (uri: string): boolean => uri.endsWith(`/${SETTINGS_FILE}`);

/** The files of the workspace with the unsaved text of open documents over them. */
class EditorFiles extends DiskFiles {
  constructor(private readonly open: (uri: string) => string | undefined) {
    super();
  }

  override has(uri: string): boolean {
    return this.open(uri) !== undefined || super.has(uri);
  }

  override read(uri: string): string | undefined {
    return this.open(uri) ?? super.read(uri);
  }
}
