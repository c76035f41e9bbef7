import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { MANIFEST_FOLDERS, WORKLOAD_FILES } from '../knowledge/workload-files';
import type { Evidence } from '../rules/contract';
import { boundedText } from './bounded-file';
import { accountIn } from './manifest-account';

/** Folders above a file that are asked. */
const LEVELS = 6;
/** A folder with more candidates than this is no folder of manifests. */
const MAX_FILES = 50;

/** What the folders above a file show about the workload, nearest first. Remembers each folder until told to forget. */
export class EvidenceFolders {
  private readonly folders = new Map<string, Promise<readonly Evidence[]>>();

  /** Stops at the root when the file lies in it. */
  async of(file: string, root?: string): Promise<readonly Evidence[]> {
    const found: Evidence[] = [];
    let folder = path.dirname(file);
    for (let level = 0; level < LEVELS; level += 1) {
      found.push(...(await this.in(folder)));
      const above = path.dirname(folder);
      if (folder === root || above === folder || (await isProject(folder))) break;
      folder = above;
    }
    return found;
  }

  forget(): void {
    this.folders.clear();
  }

  private in(folder: string): Promise<readonly Evidence[]> {
    let evidence = this.folders.get(folder);
    if (!evidence) {
      evidence = look(folder);
      this.folders.set(folder, evidence);
    }
    return evidence;
  }
}

/** Evidence outside the repository says nothing about it. */
const isProject = (folder: string): Promise<boolean> =>
  stat(path.join(folder, '.git')).then(
    () => true,
    () => false,
  );

async function look(folder: string): Promise<readonly Evidence[]> {
  const names = await namesIn(folder);
  const manifests = names.filter((name) => MANIFEST_FOLDERS.includes(name));
  const deeper = await Promise.all(
    manifests.map(async (name) => judgeAll(path.join(folder, name), await namesIn(path.join(folder, name)))),
  );
  return [...(await judgeAll(folder, names)), ...deeper.flat()];
}

const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).then(
    (names) => names.sort(),
    () => [],
  );

async function judgeAll(folder: string, names: readonly string[]): Promise<Evidence[]> {
  const candidates = names.filter((name) => WORKLOAD_FILES.some((kind) => kind.name.test(name)));
  if (candidates.length > MAX_FILES) return [];
  const judged = await Promise.all(candidates.map((name) => judge(path.join(folder, name), name)));
  return judged.filter((one): one is Evidence => one !== undefined);
}

async function judge(file: string, name: string): Promise<Evidence | undefined> {
  for (const kind of WORKLOAD_FILES) {
    if (!kind.name.test(name)) continue;
    const text = kind.content || kind.certain ? await contentOf(file) : '';
    if (kind.content && !kind.content.test(text)) continue;
    const account = kind.workload === 'oke' ? accountIn(text) : undefined;
    const certain = !kind.certain || kind.certain.test(text);
    return { workload: kind.workload, uri: pathToFileURL(file).href, certain, ...(account && { account }) };
  }
  return undefined;
}

/** Empty for what is too large or cannot be read: it then shows nothing. */
const contentOf = async (file: string): Promise<string> => (await boundedText(file)) ?? '';
