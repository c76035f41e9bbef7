import { readdir } from 'node:fs/promises';
import path from 'node:path';
import ignore from 'ignore';
import { configContent, pemKeys } from '../secrets';
import { boundedText } from './bounded-file';
import { MAX_BYTES } from './credential-file';

const IMAGE = /^(?:dockerfile|containerfile)(?:\..*)?$/i;
/** Where keys lie in a project: the folder of the CLI, or files beside the Dockerfile. */
const FOLDER = '.oci';
const KEY = /\.pem$/i;
/** A folder with more files is none of keys. */
const MAX_FILES = 50;

/** OCI configs and private keys that a build of this Dockerfile takes along when it copies its whole folder. */
export async function keysInContext(file: string): Promise<readonly string[]> {
  if (!IMAGE.test(path.basename(file))) return [];
  const folder = path.dirname(file);
  const [own, beside] = await Promise.all([namesIn(path.join(folder, FOLDER)), namesIn(folder)]);
  const candidates = [
    ...(own.length <= MAX_FILES ? own.map((name) => `${FOLDER}/${name}`) : []),
    ...beside.filter((name) => KEY.test(name)).slice(0, MAX_FILES),
  ];
  if (candidates.length === 0) return [];
  const excluded = await excludedBy(file);
  const left = candidates.filter((name) => !excluded(name));
  const real = await Promise.all(left.map((name) => opensOci(path.join(folder, name))));
  return left.filter((_, at) => real[at]);
}

const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).then(
    (names) => names.sort(),
    () => [],
  );

/** Docker reads the list that is named for the file before that of the folder; its patterns begin at the folder. */
async function excludedBy(file: string): Promise<(name: string) => boolean> {
  const own = await boundedText(`${file}.dockerignore`);
  const text = own ?? (await boundedText(path.join(path.dirname(file), '.dockerignore'))) ?? '';
  const patterns = text.split(/\r?\n/).flatMap((raw) => {
    const line = raw.trim();
    const pattern = line
      .replace(/^!/, '')
      .trim()
      .replace(/^\.?\//, '');
    return pattern === '' || line.startsWith('#') ? [] : [`${line.startsWith('!') ? '!' : ''}/${pattern}`];
  });
  const rules = ignore().add(patterns);
  return (name) => rules.ignores(name);
}

/** A key is one of OCI by its folder, its name or the trailer of the CLI: others serve TLS. */
async function opensOci(file: string): Promise<boolean> {
  const text = (await boundedText(file, MAX_BYTES)) ?? '';
  const named = /(?:^|[^a-z])oci(?:[^a-z]|$)/i.test(path.join(path.basename(path.dirname(file)), path.basename(file)));
  return configContent(text) !== undefined || pemKeys(text).some(({ labelled }) => labelled || named);
}
