import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Evidence } from '../rules/contract';
import { ownCode } from './own-code';
import type { Surroundings } from './surroundings';
import { readText } from './text-file';
import { filesUnder, type WalkError } from './walk';

/** A file that somebody wrote, to be read when it is its turn. */
export interface OwnFile {
  readonly uri: string;
  readonly named: boolean;
  read(): Promise<string | undefined>;
  /** What the folders around it show about where it runs. */
  evidence(): Promise<readonly Evidence[]>;
}

/** The files of these folders that are not ignored or installed, in a stable order. */
export async function* ownFiles(
  roots: readonly string[],
  surroundings: Surroundings,
  failed: (error: WalkError) => void = () => {},
): AsyncGenerator<OwnFile> {
  for await (const { file: found, named } of filesUnder(roots, failed, ownCode())) {
    const file = path.resolve(found);
    yield {
      uri: pathToFileURL(file).href,
      named,
      read: async () => (await readText(file))?.text,
      evidence: async () => (await surroundings.of(file)).evidence,
    };
  }
}
