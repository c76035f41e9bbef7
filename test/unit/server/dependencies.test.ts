import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createEngine } from '../../../src/engine';
import { DiskFiles } from '../../../src/machine/workspace-files';
import { codeActions } from '../../../src/server/code-actions';
import { openDocuments } from '../../../src/server/open-document';
import { documentUnit } from '../../../src/server/units';
import { grammarFile } from '../../rules/fixtures';
import { folderOf } from '../cli/program';

const CLIENT = [
  'from openai import OpenAI',
  '',
  'URL = "https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1"',
  'client = OpenAI(base_url=URL, api_key="not-used")',
  '',
].join('\n');

async function titles(files: Record<string, string>): Promise<string[]> {
  const folder = folderOf(files);
  try {
    const uri = pathToFileURL(path.join(folder.at, 'ask.py')).href;
    const read = new DiskFiles();
    const engine = createEngine({ grammars: grammarFile, files: read });
    const document = openDocuments.create(uri, 'python', 1, CLIENT);
    const unit = documentUnit(document);
    const findings = await unit.lint(engine, { root: pathToFileURL(folder.at).href });
    const range = { start: { line: 3, character: 9 }, end: { line: 3, character: 15 } };
    const params = { textDocument: { uri }, range, context: { diagnostics: [] } };
    const editing = { files: read, creates: true, commands: false };
    return codeActions(engine, { unit, findings }, params, editing).map(({ title }) => title);
  } finally {
    folder.remove();
  }
}

const listing = (all: readonly string[]): string[] => all.filter((title) => title.includes('requirements.txt'));

describe('packages that a fix needs', () => {
  it('are offered where the project lists its own', async () => {
    const all = await titles({ 'requirements.txt': 'openai>=1\nhttpx-sse\n' });
    assert.ok(listing(all).length > 0, all.join('\n'));
    assert.ok(
      all.some((title) => title === 'Use the instance principal'),
      'and not forced',
    );
  });

  it('are left alone where nothing is listed, or all are', async () => {
    assert.deepEqual(listing(await titles({})), []);
    assert.deepEqual(listing(await titles({ 'requirements.txt': 'oci-genai-auth==1.0\nhttpx[http2]\n' })), []);
  });
});
