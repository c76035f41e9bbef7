import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createEngine, type Engine, type Surroundings } from '../../src/engine';
import { parsePolicyDocument } from '../../src/knowledge/policy';
import { EvidenceFolders } from '../../src/machine/evidence';
import type { ProfileFact } from '../../src/rules/contract';

const require = createRequire(import.meta.url);

/** Grammar files straight from the packages, as the build copies them. */
export async function grammarFile(file: string): Promise<Uint8Array> {
  if (file === 'web-tree-sitter.wasm') return readFileSync(require.resolve('web-tree-sitter/web-tree-sitter.wasm'));
  const name = file.replace(/\.wasm$/, '');
  const home: Readonly<Record<string, string>> = {
    'tree-sitter-tsx': 'tree-sitter-typescript',
    'tree-sitter-c_sharp': 'tree-sitter-c-sharp',
    'tree-sitter-hcl': '@tree-sitter-grammars/tree-sitter-hcl',
    'tree-sitter-terraform': '@tree-sitter-grammars/tree-sitter-hcl',
    'tree-sitter-yaml': '@tree-sitter-grammars/tree-sitter-yaml',
  };
  const manifest = require.resolve(`${home[name] ?? name}/package.json`);
  return readFileSync(path.join(path.dirname(manifest), file));
}

export const testEngine = (): Engine => createEngine({ grammars: grammarFile });

export interface Expected {
  readonly line: number;
  readonly rule: string;
}

/** `<- rule-id` at the end of a line, in whatever comment the language has. */
export function expectations(text: string): Expected[] {
  return text
    .split('\n')
    .flatMap((line, at) =>
      [...line.matchAll(/<- ([a-z][a-z-]+[a-z])/g)].map((match) => ({ line: at + 1, rule: match[1] ?? '' })),
    );
}

export const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

export function fixtureFiles(folder: string, prefix: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.startsWith(`${prefix}.`))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/**
 * What the folder of a fixture shows: evidence of the workload, facts about the user's profiles (`profiles.json`), and
 * the workspace's policies (`policies.txt`).
 */
export async function surroundingsOf(file: string): Promise<Surroundings> {
  const folder = path.dirname(file);
  const facts = path.join(folder, 'profiles.json');
  const policies = path.join(folder, 'policies.txt');
  return {
    root: pathToFileURL(folder).href,
    evidence: await new EvidenceFolders().of(file, folder),
    profiles: existsSync(facts) ? (JSON.parse(readFileSync(facts, 'utf8')) as ProfileFact[]) : undefined,
    policies: existsSync(policies)
      ? parsePolicyDocument(readFileSync(policies, 'utf8')).map((one) => one.statement)
      : undefined,
  };
}
