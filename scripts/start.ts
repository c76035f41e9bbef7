// `npm start`: a real VS Code with the extension and the samples open. A desktop `code` where there is one, else the browser.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ROOT } from '../test/host/cache';
import { installCodeServer } from '../test/host/install';
import { exitOnSignals, startServer } from '../test/host/server';
import { findProgram } from '../test/host/system-packages';

const SAMPLES = path.join(ROOT, 'samples');
const PORT = 8137;

function npmRun(script: string): void {
  const { status, error, stdout, stderr } = spawnSync('npm', ['run', '--silent', script], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status !== 0) throw error ?? new Error(`npm run ${script} failed\n${stdout}${stderr}`);
}

/** Other extensions stay out, so that what is seen is ours. */
function startDesktop(code: string): void {
  const data = mkdtempSync(path.join(os.tmpdir(), 'principled-code-'));
  npmRun('build');
  console.log('Opening the samples in VS Code; close its window to come back.');
  spawnSync(
    code,
    [
      '--wait',
      '--new-window',
      '--disable-extensions',
      '--user-data-dir',
      data,
      `--extensionDevelopmentPath=${ROOT}`,
      SAMPLES,
    ],
    {
      stdio: 'inherit',
    },
  );
  rmSync(data, { recursive: true, force: true });
}

async function startBrowser(): Promise<void> {
  installCodeServer();
  npmRun('package');
  exitOnSignals();
  const options = { vsix: [path.join(ROOT, 'principled.vsix')], idleSeconds: 0, trust: true };
  const server = await startServer({ ...options, port: PORT }).catch(() => startServer(options));
  console.log(
    `\nVS Code with the extension and ${readdirSync(SAMPLES).length} samples:\n\n  ${server.url}/?folder=${encodeURI(SAMPLES)}\n\nCtrl+C ends it.`,
  );
  console.log(await server.exited);
}

async function main(): Promise<void> {
  const code = process.env.PRINCIPLED_START === 'browser' ? undefined : findProgram('code', 'code-insiders');
  if (code) startDesktop(code);
  else await startBrowser();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
