import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';

/** Everything cold, as when the view is first opened: each measurement in a thread of its own, which has compiled nothing. */
const AIMS = { parse: 20, tree: 100 };
const ROUNDS = 5;
const PROFILES = 1_000;
const KEYS = 200;

const profile = (name: string, keyFile: string): string =>
  [
    `[${name}]`,
    `user=ocid1.user.oc1..${'a'.repeat(60)}`,
    `tenancy=ocid1.tenancy.oc1..${'b'.repeat(60)}`,
    `fingerprint=${Array(16).fill('aa').join(':')}`,
    `key_file=${keyFile}`,
    'region=us-chicago-1',
    '',
  ].join('\n');

const ROOT = path.join(import.meta.dirname ?? __dirname, '..');

/** Runs in the thread: takes the time of one reading. */
const READING = `
import { readConfig } from './src/credentials/config-file';
import { profilesOf } from './src/credentials/profile';
import { takeInventory } from './src/machine/inventory';
import { FewKeys, NodeKeys } from './src/machine/key-reader';
import { thisMachine } from './src/machine/machine';
import { ConfigFiles } from './src/machine/sources/config-files';
import { parentPort, workerData } from 'node:worker_threads';
const start = performance.now();
const { text, file } = workerData;
const done = text === undefined
  ? takeInventory([new ConfigFiles({ only: [file] })], thisMachine(), Date.now(), new FewKeys(new NodeKeys())).then(({ held }) => held.length)
  : Promise.resolve(profilesOf(readConfig(text)).length);
void done.then((count) => parentPort.postMessage({ count, took: performance.now() - start }));
`;

async function measured(code: string, workerData: object, count: number): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const worker = new Worker(code, { eval: true, workerData });
    const answer = await new Promise<{ count: number; took: number }>((resolve, reject) => {
      worker.once('message', resolve).once('error', reject);
    });
    if (answer.count !== count) throw new Error(`${answer.count} profiles, not ${count}`);
    times.push(answer.took);
    await worker.terminate();
  }
  return times.sort((a, b) => a - b)[ROUNDS >> 1] ?? 0;
}

/** Profiles of a text, and a tree of profiles that each have a key of their own. */
export async function credentialsRow(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: READING, loader: 'ts', resolveDir: ROOT },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
  });
  const code = outputFiles[0]?.text ?? '';
  const folder = mkdtempSync(path.join(tmpdir(), 'principled-bench-'));
  try {
    const text = Array.from({ length: PROFILES }, (_, index) => profile(`P${index}`, '~/.oci/key.pem')).join('\n');
    const parse = await measured(code, { text }, PROFILES);
    const tree = await measured(code, { file: configWithKeys(folder) }, KEYS);
    return (
      `credentials  ${PROFILES} profiles parsed cold ${parse.toFixed(1)} ms (aim ${AIMS.parse})` +
      `  ${KEYS} profiles with a key each listed cold ${tree.toFixed(1)} ms (aim ${AIMS.tree})`
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function configWithKeys(folder: string): string {
  const start = performance.now();
  const profiles = Array.from({ length: KEYS }, (_, index) => {
    const key = path.join(folder, `${index}.pem`);
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
    writeFileSync(key, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
    return profile(`P${index}`, key);
  });
  const file = path.join(folder, 'config');
  writeFileSync(file, profiles.join('\n'), { mode: 0o600 });
  process.stderr.write(`made ${KEYS} keys in ${((performance.now() - start) / 1000).toFixed(0)} s\n`);
  return file;
}
