import type { Position, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Change } from '../source/program';

/** Untouched code units at both ends, against the text as it was when last looked at. */
interface Window {
  before: number;
  after: number;
  readonly length: number;
}

/** A document of the editor that also knows what changed since somebody last looked. */
export class OpenDocument {
  private window: Window | undefined;

  constructor(private document: TextDocument) {}

  get uri(): string {
    return this.document.uri;
  }

  get languageId(): string {
    return this.document.languageId;
  }

  get version(): number {
    return this.document.version;
  }

  get text(): string {
    return this.document.getText();
  }

  positionAt(offset: number): Position {
    return this.document.positionAt(offset);
  }

  offsetAt(position: Position): number {
    return this.document.offsetAt(position);
  }

  apply(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    for (const change of changes) {
      if (!('range' in change)) this.window = undefined;
      else if (this.window) {
        const start = this.document.offsetAt(change.range.start);
        const end = this.document.offsetAt(change.range.end);
        this.window.before = Math.min(this.window.before, start);
        this.window.after = Math.min(this.window.after, this.text.length - end);
      }
      this.document = TextDocument.update(this.document, [change], version);
    }
  }

  /** The change since the last call as one edit; undefined when the whole text is new. */
  takeChange(): Change | undefined {
    const { window, text } = this;
    this.window = { before: text.length, after: text.length, length: text.length };
    if (!window) return undefined;
    const start = Math.min(window.before, window.length, text.length);
    const kept = Math.min(window.after, window.length - start, text.length - start);
    return { start, length: window.length - start - kept, text: text.slice(start, text.length - kept) };
  }
}

/** Keeps documents in step with the editor, edit by edit. */
export const openDocuments = {
  create: (uri: string, languageId: string, version: number, content: string): OpenDocument =>
    new OpenDocument(TextDocument.create(uri, languageId, version, content)),
  update(document: OpenDocument, changes: TextDocumentContentChangeEvent[], version: number): OpenDocument {
    document.apply(changes, version);
    return document;
  },
};
