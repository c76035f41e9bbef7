// Drives the compiled suites through @vscode/test-electron: in a desktop VS Code where there is one, else in the browser.
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
  await runTests({
    vscodeExecutablePath: await executable(),
    extensionDevelopmentPath: ROOT,
    extensionTestsPath: path.join(ROOT, 'out/vscode/index.js'),
    launchArgs: [path.join(ROOT, 'samples'), '--disable-workspace-trust'],
    extensionTestsEnv: { TEST_ARTIFACTS: path.join(ROOT, 'out/artifacts/suites') },
  });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
