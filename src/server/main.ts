import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { createEngine } from '../engine';
import { grammarsIn } from '../machine/grammar-files';
import { lintUnopened } from './pass/lint-unopened';
import { serve } from './server';

const ROOT = path.join(__dirname, '..');
const GRAMMARS = path.join(__dirname, 'grammars');
const page = (rule: string): string => pathToFileURL(path.join(ROOT, 'docs', 'rules', `${rule}.md`)).href;

function serveEditor(): void {
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  // The transport (`--stdio`, `--node-ipc`) stands in the arguments.
  serve(createConnection(ProposedFeatures.all), {
    engine: (files) => createEngine({ grammars: grammarsIn(GRAMMARS), files }),
    version,
    page,
    background: __filename,
  });
}

// The same bundle is the server and, started by it as a worker, what lints files that nobody has open.
if (isMainThread) serveEditor();
else void lintUnopened(workerData, { grammars: GRAMMARS, page, tell: (message) => parentPort?.postMessage(message) });
