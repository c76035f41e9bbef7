import { randomBytes } from 'node:crypto';
import { type Disposable, type ExtensionContext, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { Markup } from './html';
import type { PageId } from './restoring';

/** What somebody did on the page. */
export interface Act {
  readonly act: string;
  readonly arg: string;
  readonly value?: string;
}

export interface PanelOptions {
  readonly id: PageId;
  readonly title: string;
  /** The panel that the editor opened again. */
  readonly restored?: WebviewPanel;
  done(): void;
}

/** A page in the editor that holds no state of its own: it shows what it is given and says what was pressed. */
export class Panel implements Disposable {
  private readonly panel: WebviewPanel;
  private body = '';
  private kept: unknown;

  constructor(
    { extensionUri }: ExtensionContext,
    { id, title, restored, done }: PanelOptions,
    act: (act: Act) => Promise<void>,
  ) {
    const media = Uri.joinPath(extensionUri, 'media', 'page');
    const options = { enableScripts: true, localResourceRoots: [media] };
    this.panel =
      restored ?? window.createWebviewPanel(id, title, ViewColumn.Active, { ...options, enableFindWidget: true });
    this.panel.webview.options = options;
    this.panel.iconPath = Uri.joinPath(extensionUri, 'media', 'icon.svg');
    this.panel.onDidDispose(done);
    this.panel.webview.onDidReceiveMessage((message: unknown) => {
      const told = readAct(message);
      if (told?.act === 'ready') void this.panel.webview.postMessage({ body: this.body, keep: this.kept });
      else if (told) void act(told);
    });
    this.panel.webview.html = this.frame(media, title);
  }

  /** `keep` is what brings the page back after the window was reloaded; it holds no secret. */
  show(body: Markup, keep: unknown): void {
    this.body = body.text;
    this.kept = keep;
    void this.panel.webview.postMessage({ body: this.body, keep });
  }

  /** A word in passing, for eyes and screen readers. */
  say(text: string): void {
    void this.panel.webview.postMessage({ say: text });
  }

  reveal(): void {
    this.panel.reveal();
  }

  dispose(): void {
    this.panel.dispose();
  }

  private frame(media: Uri, title: string): string {
    const { webview } = this.panel;
    const nonce = randomBytes(16).toString('hex');
    const file = (name: string): string => webview.asWebviewUri(Uri.joinPath(media, name)).toString();
    return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${file('page.css')}">
</head>
<body>
<main id="main"></main>
<div id="status" role="status" aria-live="polite"></div>
<script nonce="${nonce}" src="${file('page.js')}"></script>
</body>
</html>`;
  }
}

const MAX_VALUE = 2_000;

function readAct(message: unknown): Act | undefined {
  const { act, arg, value } = (message ?? {}) as Record<string, unknown>;
  if (typeof act !== 'string' || typeof arg !== 'string') return undefined;
  return { act, arg, value: typeof value === 'string' ? value.slice(0, MAX_VALUE) : undefined };
}
