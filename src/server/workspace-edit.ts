import { pathToFileURL } from 'node:url';
import { diffLines } from 'diff';
import type { AnnotatedTextEdit, CreateFile, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

export type Changes = NonNullable<WorkspaceEdit['documentChanges']>;

/** A file as it is, and as a person is asked to let it become. */
export interface Revision {
  readonly uri: string;
  readonly before: string;
  readonly after: string;
  readonly version?: number;
}

/** The lines that differ, each run of them as one edit that is confirmed on its own. */
export function hunks({ uri, before, after }: Revision, annotationId: string): AnnotatedTextEdit[] {
  if (before === after) return [];
  const document = TextDocument.create(uri, '', 0, before);
  const edits: AnnotatedTextEdit[] = [];
  let at = 0;
  let pending: { start: number; end: number; text: string } | undefined;
  const flush = (): void => {
    if (!pending) return;
    const range = { start: document.positionAt(pending.start), end: document.positionAt(pending.end) };
    edits.push({ range, newText: pending.text, annotationId });
    pending = undefined;
  };
  for (const { value, added, removed } of diffLines(before, after)) {
    if (!added && !removed) flush();
    else pending ??= { start: at, end: at, text: '' };
    if (added && pending) pending.text += value;
    if (added) continue;
    at += value.length;
    if (removed && pending) pending.end = at;
  }
  flush();
  return edits;
}

export function revised(revision: Revision, annotationId: string): Changes {
  const edits = hunks(revision, annotationId);
  const { uri, version } = revision;
  return edits.length > 0 ? [{ textDocument: { uri, version: version ?? null }, edits }] : [];
}

export function made(file: string, text: string, annotationId: string): Changes {
  const uri = pathToFileURL(file).href;
  const create: CreateFile = { kind: 'create', uri, options: { ignoreIfExists: true }, annotationId };
  const at = { line: 0, character: 0 };
  const edits: AnnotatedTextEdit[] = [{ range: { start: at, end: at }, newText: text, annotationId }];
  return [create, { textDocument: { uri, version: null }, edits }];
}
