import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { WorkspaceFiles } from '../source/resolve';
import { boundedTextNow } from './bounded-file';
import { GitIgnore } from './git-tree';

/** Larger modules are not read for the sake of another file. */
const MAX_BYTES = 2 * 1024 * 1024;

/**
 * Modules on disk, as evaluation asks for them: synchronously, since it cannot wait in the middle. Which files are
 * there is remembered until `forget`; their texts are not.
 */
export class DiskFiles implements WorkspaceFiles {
  private readonly known = new Map<string, boolean>();
  private readonly folders = new Map<string, readonly string[]>();
  private git = new GitIgnore();

  has(uri: string): boolean {
    let there = this.known.get(uri);
    if (there === undefined) {
      there = isFile(uri);
      this.known.set(uri, there);
    }
    return there;
  }

  list(folder: string): readonly string[] {
    let names = this.folders.get(folder);
    if (!names) {
      names = filesIn(folder);
      this.folders.set(folder, names);
    }
    return names;
  }

  read(uri: string): string | undefined {
    try {
      return boundedTextNow(fileURLToPath(uri), MAX_BYTES);
    } catch {
      // No file has such an address.
      return undefined;
    }
  }

  projectOf(uri: string): string | undefined {
    const root = uri.startsWith('file://') ? this.git.workTreeOf(path.dirname(fileURLToPath(uri))) : undefined;
    return root && pathToFileURL(root).href.replace(/\/$/, '');
  }

  ignores(uri: string): boolean {
    return uri.startsWith('file://') && this.git.ignores(fileURLToPath(uri));
  }

  forget(): void {
    this.git = new GitIgnore();
    this.known.clear();
    this.folders.clear();
  }
}

function filesIn(folder: string): readonly string[] {
  if (!folder.startsWith('file://')) return [];
  try {
    const entries = readdirSync(fileURLToPath(folder), { withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
  } catch {
    return [];
  }
}

function isFile(uri: string): boolean {
  if (!uri.startsWith('file://')) return false;
  try {
    const found = statSync(fileURLToPath(uri), { throwIfNoEntry: false });
    return found?.isFile() === true && found.size <= MAX_BYTES;
  } catch {
    return false;
  }
}
