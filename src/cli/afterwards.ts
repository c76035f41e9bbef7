import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Step } from '../rules/contract';
import type { FileResult } from './lint-files';

/** What fixes have changed, and what they leave to a person: each step once, with the command that does it. */
export class Afterwards {
  private readonly changed = new Set<string>();
  private readonly steps = new Set<string>();
  private fixes = 0;

  add({ file, source, text, taken, additions }: FileResult): void {
    if (text !== source.text) this.changed.add(path.resolve(file));
    for (const { uri } of additions) this.changed.add(fileURLToPath(uri));
    this.fixes += taken.filter((fix) => fix.edits.length + (fix.additions?.length ?? 0) > 0).length;
    for (const step of taken.flatMap((fix) => fix.steps ?? [])) this.steps.add(sentenceOf(step));
  }

  text(): string {
    const done =
      this.fixes > 0 ? [`Applied ${many(this.fixes, 'fix', 'fixes')} in ${many(this.changed.size, 'file')}.`] : [];
    const left = this.steps.size > 0 ? ['Left to do by hand:', ...[...this.steps].map((step) => `  ${step}`)] : [];
    return [...done, ...left].map((line) => `${line}\n`).join('');
  }
}

const many = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;

function sentenceOf(step: Step): string {
  if (step.kind === 'untrack') return `Let git forget ${step.path}, then commit: ${untrackCommand(step)}`;
  if (step.kind === 'rotate') return `End ${step.what}, which stood in a file: ${step.command}`;
  return `Make ${step.what}: ${step.command}`;
}

/** Works from where the user is, in or outside of the repository. */
function untrackCommand({ uri, path: inside }: Extract<Step, { kind: 'untrack' }>): string {
  const file = fileURLToPath(uri);
  const root = path.relative('', file.slice(0, -inside.length)) || '.';
  return `git${root === '.' ? '' : ` -C ${word(root)}`} rm --cached -- ${word(inside)}`;
}

const word = (text: string): string => (/^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);
