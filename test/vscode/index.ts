import { readdirSync } from 'node:fs';
import path from 'node:path';
import util from 'node:util';
import Mocha from 'mocha';

/** Compiled to `out/vscode`; the repository stands two folders above. */
const ROOT = path.resolve(__dirname, '../..');

/** VS Code calls this inside the extension host, on a desktop as in the browser. */
export function run(): Promise<void> {
  if (process.env.VSCODE_TEST_HOST === 'code-server') {
    // Lines reach the page before they are formatted, among many others: format and mark them here.
    Mocha.reporters.Base.consoleLog = (...args: unknown[]) => {
      for (const line of util.format(...args).split('\n')) console.log(`@@suite ${line}`);
    };
  }
  const mocha = new Mocha({
    ui: 'bdd',
    color: false,
    timeout: 60_000,
    // For one suite alone: TEST_GREP.
    grep: process.env.TEST_GREP,
    reporter: path.join(ROOT, 'scripts/counting-reporter.cjs'),
  });
  const files = readdirSync(__dirname).filter((name) => name.endsWith('.test.js'));
  for (const file of files.sort()) mocha.addFile(path.join(__dirname, file));
  return new Promise((resolve, reject) => {
    mocha.run((failures) => (failures > 0 ? reject(new Error(`${failures} failed`)) : resolve()));
  });
}
