import { TextDocument } from 'vscode-languageserver-textdocument';
import type { WorkspaceFiles } from '../engine';
import { withLine } from '../machine/text-file';
import type { Fix, LineAddition, PackageListing } from '../rules/contract';
import { packageEdits } from './package-edits';
import type { Revision } from './workspace-edit';

/** Files that several fixes of a workspace change together: lists of packages, `.dockerignore` and the like. */
export class SharedFiles {
  private readonly before = new Map<string, string | undefined>();
  private readonly after = new Map<string, string>();
  constructor(private readonly files: Pick<WorkspaceFiles, 'read'>) {}

  private readonly overlay = { read: (uri: string) => this.after.get(uri) ?? this.files.read(uri) };

  /** The nearest list that knows one of these ways to name packages. */
  list(listings: readonly PackageListing[], document: string): void {
    for (const listing of listings) {
      const change = packageEdits(listing, document, this.overlay);
      if (!change) continue;
      const { uri } = change.textDocument;
      const text = this.overlay.read(uri) ?? '';
      const edits = change.edits.flatMap((edit) => ('newText' in edit ? [edit] : []));
      this.put(uri, TextDocument.applyEdits(TextDocument.create(uri, '', 0, text), edits));
      return;
    }
  }

  add({ uri, line }: LineAddition): void {
    const text = this.overlay.read(uri) ?? '';
    const after = withLine(text, line);
    if (after !== text) this.put(uri, after);
  }

  private put(uri: string, text: string): void {
    if (!this.before.has(uri)) this.before.set(uri, this.files.read(uri));
    this.after.set(uri, text);
  }

  /** `before` is empty for a file that has to be made. */
  revisions(): readonly (Revision & { readonly isNew: boolean })[] {
    return [...this.after].map(([uri, after]) => {
      const before = this.before.get(uri);
      return { uri, before: before ?? '', after, isNew: before === undefined };
    });
  }
}

/** The packages that forms of this fix would list besides. */
export const listingsBeside = (fix: Fix, all: readonly Fix[]): PackageListing[] =>
  all.flatMap(({ packages, title }) => (packages && title.startsWith(`${fix.title}, `) ? [packages] : []));
