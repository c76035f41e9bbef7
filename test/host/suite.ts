import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import util from 'node:util';
import type { Page } from 'playwright-core';
import { launchBrowser, workbenchUrl } from './browser';
import { deadline, type Server, startServer } from './server';

export interface SuiteRun {
  readonly extension: string;
  /** A module that exports `run()`. */
  readonly tests: string;
  readonly workspace?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Where a log and a picture of the end go when it fails. */
  readonly artifacts?: string;
}

/** Marks the lines of the suite among those of the workbench. */
export const MARK = '@@suite ';
const DEADLINE = 6 * 60_000;
const KEPT_LINES = 200;

/** Runs a suite inside the real extension host; resolves to its exit code. */
export async function runSuite(run: SuiteRun): Promise<number> {
  const server = await startServer({ suites: true, env: { ...run.env, VSCODE_TEST_HOST: 'code-server' } });
  try {
    const context = await launchBrowser(server);
    try {
      const page = context.pages()[0] ?? (await context.newPage());
      return await drive(page, server, run);
    } finally {
      await context.close();
    }
  } finally {
    await server.stop();
  }
}

async function drive(page: Page, server: Server, run: SuiteRun): Promise<number> {
  const tail: string[] = [];
  const finished = outcome(page, server);
  finished.catch(() => undefined);
  await page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) => {
    const line = util.format(...args);
    tail.push(`[${type}] ${line}`);
    if (tail.length > KEPT_LINES) tail.shift();
    if (line.startsWith(MARK)) console.log(line.slice(MARK.length));
  });
  await page.goto(
    workbenchUrl(server, run.workspace, [
      ['extensionDevelopmentPath', `vscode-remote://${server.authority}${run.extension}`],
      ['extensionTestsPath', `vscode-remote://${server.authority}${run.tests}`],
    ]),
  );
  try {
    const code = await finished;
    if (code !== 0) await keep(page, tail, run.artifacts);
    return code;
  } catch (error) {
    await keep(page, tail, run.artifacts);
    console.error(tail.slice(-40).join('\n'));
    throw error;
  }
}

async function outcome(page: Page, server: Server): Promise<number> {
  const exit = new Promise<number>((resolve, reject) => {
    page.exposeFunction('codeAutomationExit', (code: number) => resolve(code)).catch(reject);
    page.on('crash', () => reject(new Error('the page crashed')));
    page.on('close', () => reject(new Error('the page closed')));
  });
  const died = server.exited.then((why) => Promise.reject(new Error(`VS Code's server died: ${why}`)));
  const late = deadline(DEADLINE).then(() => Promise.reject(new Error(`no result within ${DEADLINE / 1000} s`)));
  return Promise.race([exit, died, late]);
}

async function keep(page: Page, tail: readonly string[], artifacts: string | undefined): Promise<void> {
  if (!artifacts) return;
  mkdirSync(artifacts, { recursive: true });
  writeFileSync(path.join(artifacts, 'workbench.log'), tail.join('\n'));
  await page.screenshot({ path: path.join(artifacts, 'end.png') }).catch(() => undefined);
}
