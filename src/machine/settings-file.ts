import { stat } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { RULES } from '../rules';
import { type ReadSettings, readSettings } from '../rules/settings/parse';
import { type FileSettings, SETTINGS_FILE, settingsOf } from '../rules/settings/settings';
import { readRegularFile } from './bounded-file';
import { decodeText } from './text-file';

/** Folders above a file that are asked. */
const LEVELS = 40;
const MAX_BYTES = 256 * 1024;

export interface SettingsFile extends ReadSettings {
  readonly file: string;
  readonly text: string;
}

export interface SettingsSource {
  /** The text of a file somewhere else than on the disk, such as unsaved in an editor. */
  text?(uri: string): string | undefined;
  /** Told once for each settings file that is read, with or without problems. */
  read?(settings: SettingsFile): void;
}

/** The settings for files: the nearest `principled.json` above one, not further than its repository. */
export class SettingsFiles {
  private readonly folders = new Map<string, Promise<SettingsFile | undefined>>();

  constructor(private readonly source: SettingsSource = {}) {}

  async of(file: string): Promise<FileSettings | undefined> {
    const found = await this.above(path.dirname(file), LEVELS);
    if (!found) return undefined;
    const relative = path.relative(path.dirname(found.file), file).split(path.sep).join('/');
    return settingsOf(found.settings, relative);
  }

  forget(): void {
    this.folders.clear();
  }

  private above(folder: string, levels: number): Promise<SettingsFile | undefined> {
    let found = this.folders.get(folder);
    if (!found) {
      found = this.look(folder, levels);
      this.folders.set(folder, found);
    }
    return found;
  }

  private async look(folder: string, levels: number): Promise<SettingsFile | undefined> {
    const file = path.join(folder, SETTINGS_FILE);
    const text = this.source.text?.(pathToFileURL(file).href) ?? (await textOf(file));
    if (text !== undefined) {
      const read = { file, text, ...readSettings(text, RULE_IDS) };
      this.source.read?.(read);
      return read;
    }
    const above = path.dirname(folder);
    return above === folder || levels === 0 || (await exists(path.join(folder, '.git')))
      ? undefined
      : this.above(above, levels - 1);
  }
}

const RULE_IDS: readonly string[] = RULES.map(({ id }) => id);

/** Undefined where there is none; what is there and no readable text reads as empty, which is told as not valid. */
async function textOf(file: string): Promise<string | undefined> {
  const read = await readRegularFile(file, MAX_BYTES);
  if (read.state === 'read') return decodeText(read.bytes)?.text ?? '';
  return read.state === 'missing' ? undefined : '';
}

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );
