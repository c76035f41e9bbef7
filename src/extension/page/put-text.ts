import path from 'node:path';
import { env, SnippetString, type TextEditor, Uri, ViewColumn, window, workspace } from 'vscode';

/** A piece of text that somebody may want somewhere. */
export interface Piece {
  readonly text: string;
  /** Where it belongs in the project. */
  readonly file: string;
  /** The editor's identifier; the name of the file decides without it. */
  readonly language?: string;
}

export async function copy({ text }: Piece): Promise<string> {
  await env.clipboard.writeText(text);
  return 'Copied';
}

/** Into the editor that was used last; without one, into a new document. */
export async function insertAtCursor(piece: Piece, last: TextEditor | undefined): Promise<string> {
  // A page in front of it hides the editor, and its cursor with it.
  const where = last?.selection;
  const editor = last && window.visibleTextEditors.includes(last) ? last : await reopened(last);
  if (!editor || !where) return openAsFile(piece);
  await editor.insertSnippet(new SnippetString().appendText(piece.text), where);
  await window.showTextDocument(editor.document, { viewColumn: editor.viewColumn });
  return `Inserted into ${path.basename(editor.document.fileName)}`;
}

const reopened = async (last: TextEditor | undefined): Promise<TextEditor | undefined> =>
  last && !last.document.isClosed ? window.showTextDocument(last.document, { viewColumn: last.viewColumn }) : undefined;

/** As a document that is written when its reader saves it; a file that exists is never replaced. */
export async function openAsFile({ text, file, language }: Piece): Promise<string> {
  const [folder] = workspace.workspaceFolders ?? [];
  const uri = folder && Uri.joinPath(folder.uri, file);
  if (uri && (await exists(uri))) {
    await env.clipboard.writeText(text);
    await window.showTextDocument(uri, { viewColumn: ViewColumn.Beside });
    return `${file} exists: the text is on the clipboard`;
  }
  const document =
    uri?.scheme === 'file'
      ? await workspace.openTextDocument(uri.with({ scheme: 'untitled' }))
      : await workspace.openTextDocument({ language, content: text });
  const editor = await window.showTextDocument(document, { viewColumn: ViewColumn.Beside });
  if (document.getText() === '') await editor.insertSnippet(new SnippetString().appendText(text));
  return `${file} is open: save it to keep it`;
}

const exists = (uri: Uri): Promise<boolean> =>
  Promise.resolve(workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );
