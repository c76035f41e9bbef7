import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Engine, Surroundings } from '../../../src/engine';
import { TARGET_TITLES, type Target } from '../../../src/knowledge/sdks/target';
import { applied } from '../../../src/rules/repair/edits';
import type { Runnable } from '../toolchains/toolchain';

/** More than any program here has findings. */
const MAX_ROUNDS = 20;

export interface Repaired {
  readonly text: string;
  /** The rules that still find something. */
  readonly left: readonly string[];
}

export const programText = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../programs/fixes/${name}`, import.meta.url)), 'utf8');

const LANGUAGES: Readonly<Record<string, Runnable>> = {
  '.py': 'python',
  '.ipynb': 'python',
  '.ts': 'typescript',
  '.js': 'javascript',
  '.mjs': 'javascript',
  '.sh': 'shell',
  '.java': 'java',
  '.go': 'go',
};

export function languageOf(program: string): Runnable {
  const language = LANGUAGES[extname(program)];
  if (!language) throw new Error(`${program} is in no language that runs here`);
  return language;
}

const uriOf = (name: string): string => `file:///workspace/${name}`;

export async function findings(engine: Engine, name: string, text: string, around: Surroundings): Promise<string[]> {
  return (await engine.lint({ uri: uriOf(name), text }, around)).map(({ rule }) => rule);
}

/** The principals that the fixes of a program's findings offer. */
export async function offeredTargets(engine: Engine, name: string, around: Surroundings): Promise<Target[]> {
  const found = await engine.lint({ uri: uriOf(name), text: programText(name) }, around);
  const titles = new Set(found.flatMap((finding) => engine.fixes(uriOf(name), finding).map(({ title }) => title)));
  return (Object.keys(TARGET_TITLES) as Target[]).filter((target) => titles.has(TARGET_TITLES[target]));
}

/** Applies the fix of a rule that switches to a principal until none of its findings offers it any more. */
export async function repair(
  engine: Engine,
  name: string,
  rule: string,
  target: Target,
  around: Surroundings,
): Promise<Repaired> {
  let text = programText(name);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const found = await engine.lint({ uri: uriOf(name), text }, around);
    const edits = found
      .filter((finding) => finding.rule === rule)
      .map((finding) => engine.fixes(uriOf(name), finding).find(({ title }) => title === TARGET_TITLES[target])?.edits)
      .find((candidate) => candidate !== undefined);
    if (!edits) return { text, left: found.map((finding) => finding.rule) };
    text = applied(text, edits);
  }
  throw new Error(`the repair of ${name} does not come to rest`);
}
