import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export const ROOT = path.resolve(__dirname, '../../..');
export const CLI = path.join(ROOT, 'dist/cli.js');

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The bundle that is shipped; built when a test runs without the others. */
export function ensureBuilt(): void {
  if (existsSync(CLI)) return;
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/build.mts'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
}

export function principled(cwd: string, ...args: string[]): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { code: status, out: stdout, err: stderr };
}

/** A folder with the given files, and the way to get rid of it. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): {
  readonly at: string;
  remove(): void;
} {
  const at = mkdtempSync(path.join(os.tmpdir(), 'principled-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(at, name)), { recursive: true });
    writeFileSync(path.join(at, name), content);
  }
  return { at, remove: () => rmSync(at, { recursive: true, force: true }) };
}

export const BAD = [
  'import oci',
  '',
  'config = oci.config.from_file()',
  'client = oci.generative_ai_agent_runtime.GenerativeAiAgentRuntimeClient(config)',
  '',
].join('\n');

export const GOOD = [
  'import oci',
  '',
  'signer = oci.auth.signers.get_resource_principals_signer()',
  'client = oci.generative_ai_agent_runtime.GenerativeAiAgentRuntimeClient({}, signer=signer)',
  '',
].join('\n');
