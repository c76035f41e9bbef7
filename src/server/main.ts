import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { createEngine } from '../engine';
import { grammarsIn } from '../machine/grammar-files';
import { serve } from './server';

const ROOT = path.join(__dirname, '..');
const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));

// The transport (`--stdio`, `--node-ipc`) stands in the arguments.
serve(createConnection(ProposedFeatures.all), {
  engine: (files) => createEngine({ grammars: grammarsIn(path.join(__dirname, 'grammars')), files }),
  version,
  page: (rule) => pathToFileURL(path.join(ROOT, 'docs', 'rules', `${rule}.md`)).href,
});
