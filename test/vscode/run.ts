// Drives the compiled suites through @vscode/test-electron: in a desktop VS Code where there is one, else in the browser.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { ROOT } from '../host/cache';
import { installHost } from '../host/install';

/** `VSCODE_TEST_DESKTOP`: empty for the browser, `download` for the released desktop, else the path of an executable. */
async function executable(): Promise<string> {
  const desktop = process.env.VSCODE_TEST_DESKTOP;
  if (desktop) return desktop === 'download' ? downloadAndUnzipVSCode() : desktop;
  installHost();
  return path.join(ROOT, 'test/host/code-shim.cjs');
}

async function main(): Promise<void> {
  // A copy: an editor that saves by itself must not touch the samples.
  const parent = mkdtempSync(path.join(os.tmpdir(), 'vss-'));
  const samples = path.join(parent, 'samples');
  cpSync(path.join(ROOT, 'samples'), samples, { recursive: true });
  try {
    await runTests({
      vscodeExecutablePath: await executable(),
      extensionDevelopmentPath: ROOT,
      extensionTestsPath: path.join(ROOT, 'out/vscode/index.js'),
      launchArgs: [samples, '--disable-workspace-trust'],
      extensionTestsEnv: { TEST_ARTIFACTS: path.join(ROOT, 'out/artifacts/suites'), TEST_GREP: process.env.TEST_GREP },
    });
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
