import { TextDocumentEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { WorkspaceFiles } from '../engine';
import type { PackageListing } from '../rules/contract';
import { MANIFESTS } from '../rules/repair/manifest';

/** The change of the nearest manifest that lists the packages; none where there is no such file, or it has them all. */
export function packageEdits(
  { manifest, names, root }: PackageListing,
  document: string,
  files: Pick<WorkspaceFiles, 'read'>,
): TextDocumentEdit | undefined {
  for (const folder of foldersAbove(document, root)) {
    const uri = `${folder}/${manifest}`;
    const text = files.read(uri);
    if (text === undefined) continue;
    const edits = MANIFESTS[manifest](text, names) ?? [];
    if (edits.length === 0) return undefined;
    const lines = TextDocument.create(uri, 'plaintext', 0, text);
    return TextDocumentEdit.create(
      { uri, version: null },
      edits.map(({ span, text: newText }) => ({
        range: { start: lines.positionAt(span.start), end: lines.positionAt(span.end) },
        newText,
      })),
    );
  }
  return undefined;
}

/** From the document's own folder up to the root; without one, no other. */
function* foldersAbove(document: string, root: string | undefined): Generator<string> {
  for (let at = document.lastIndexOf('/'); at > 0; at = document.lastIndexOf('/', at - 1)) {
    const folder = document.slice(0, at);
    yield folder;
    if (root === undefined || folder.length <= root.length) return;
  }
}
