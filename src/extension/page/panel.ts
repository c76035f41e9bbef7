import { randomBytes } from 'node:crypto';
import { type Disposable, type ExtensionContext, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { Markup } from './html';

/** What somebody did on the page. */
export interface Act {
  readonly act: string;
  readonly arg: string;
  readonly value?: string;
}

/** A page in the editor that holds no state of its own: it shows what it is given and says what was pressed. */
export class Panel implements Disposable {
  private readonly panel: WebviewPanel;
  private body = '';

  constructor(
    { extensionUri }: ExtensionContext,
    { id, title, done }: { readonly id: string; readonly title: string; done(): void },
    act: (act: Act) => Promise<void>,
  ) {
    const media = Uri.joinPath(extensionUri, 'media', 'page');
    this.panel = window.createWebviewPanel(id, title, ViewColumn.Active, {
      enableScripts: true,
      enableFindWidget: true,
      localResourceRoots: [media],
    });
    this.panel.iconPath = Uri.joinPath(extensionUri, 'media', 'icon.svg');
    this.panel.onDidDispose(done);
    this.panel.webview.onDidReceiveMessage((message: unknown) => {
      const told = readAct(message);
      if (told?.act === 'ready') void this.panel.webview.postMessage({ body: this.body });
      else if (told) void act(told);
    });
    this.panel.webview.html = this.frame(media, title);
  }

  show(body: Markup): void {
    this.body = body.text;
    void this.panel.webview.postMessage({ body: this.body });
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
