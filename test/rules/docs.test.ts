import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Surroundings } from '../../src/engine';
import { parsePolicyDocument } from '../../src/knowledge/policy';
import { RULES } from '../../src/rules';
import { testEngine } from './fixtures';
import { fill } from './material';

const ROOT = path.resolve(import.meta.dirname ?? __dirname, '../..');

const EXTENSIONS: Readonly<Record<string, string>> = {
  python: 'py',
  typescript: 'ts',
  javascript: 'js',
  java: 'java',
  go: 'go',
  csharp: 'cs',
  sh: 'sh',
  bash: 'sh',
  powershell: 'ps1',
  terraform: 'tf',
  hcl: 'tf',
  yaml: 'yaml',
  json: 'json',
  toml: 'toml',
  dockerfile: 'Dockerfile',
  ini: 'ini',
  dotenv: 'env',
};

/** What a page assumes around its snippets, by the words it uses for it. */
const AROUND: Readonly<Record<string, Surroundings>> = {
  'In a folder with a `func.yaml`': {
    evidence: [{ workload: 'functions', uri: 'file:///docs/func.yaml', certain: true }],
  },
  'The workspace’s only policy is': {
    policies: parsePolicyDocument('Allow dynamic-group callers to use generative-ai-family in compartment ai').map(
      (one) => one.statement,
    ),
  },
  '`SESSION` was made by `oci session authenticate`': { profiles: [{ name: 'SESSION', session: true }] },
};

interface Snippet {
  readonly language: string;
  readonly code: string;
}

function snippets(page: string, heading: string): Snippet[] {
  const section = page.split(/^## /m).find((one) => one.startsWith(heading)) ?? '';
  return [...section.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].map((match) => ({
    language: match[1] ?? '',
    code: fill(match[2] ?? ''),
  }));
}

async function rulesFound({ language, code }: Snippet, around: Surroundings): Promise<string[]> {
  const extension = EXTENSIONS[language];
  assert.ok(extension, `a file extension for ${language}`);
  const name = extension === 'Dockerfile' ? 'Dockerfile' : extension === 'env' ? '.env' : `snippet.${extension}`;
  const findings = await testEngine().lint({ uri: `file:///docs/${name}`, text: code }, around);
  return [...new Set(findings.map((finding) => finding.rule))];
}

describe('rule pages', () => {
  for (const rule of RULES) {
    it(`${rule.id}: the example is found, what to use instead is clean`, async () => {
      const page = readFileSync(path.join(ROOT, 'docs/rules', `${rule.id}.md`), 'utf8');
      const around = Object.entries(AROUND).find(([words]) => page.includes(words))?.[1] ?? {};
      const bad = snippets(page, 'Example');
      const good = snippets(page, 'Use instead');
      assert.ok(bad.length > 0, 'the page shows an example');
      assert.ok(good.length > 0, 'the page shows what to use instead');
      for (const snippet of bad) assert.deepEqual(await rulesFound(snippet, around), [rule.id]);
      for (const snippet of good) assert.deepEqual(await rulesFound(snippet, around), []);
      assert.match(page, new RegExp(`^\\*\\*(?:.*\\b)?${rule.severity}\\b`, 'm'));
    });
  }
});
