import { stat } from 'node:fs/promises';
import path from 'node:path';
import { boundedText } from './bounded-file';

const FILES = ['.env', '.env.example', '.env.sample', '.env.template'];
/** Lists of packages, and the loaders of `.env` that they may name. */
const MANIFESTS = ['package.json', 'requirements.txt', 'pyproject.toml', 'go.mod', 'pom.xml'];
const LOADERS = /\bdotenv(?:[-_.]\w+)?\b|\bgodotenv\b|\bpython-decouple\b|\bdotenv-java\b|--env-file/;

/** Whether the project in this folder takes its variables from `.env`. */
export async function readsDotenv(root: string): Promise<boolean> {
  for (const name of FILES) if (await isFile(path.join(root, name))) return true;
  for (const name of MANIFESTS) if (LOADERS.test((await boundedText(path.join(root, name))) ?? '')) return true;
  return false;
}

const isFile = (file: string): Promise<boolean> =>
  stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
