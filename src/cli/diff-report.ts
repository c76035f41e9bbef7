import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTwoFilesPatch } from 'diff';
import { withLine } from '../machine/text-file';
import { SECRET_RULES } from '../rules';
import type { FileResult } from './lint-files';
import type { Report } from './report';

/** What the fixes would change, in the form that `patch` and `git apply` read; a secret that goes is not shown. */
export class DiffReport implements Report {
  /** Lines that other files gain, by file. */
  private readonly additions = new Map<string, Set<string>>();

  file(result: FileResult): string {
    const { file, source, text, additions } = result;
    for (const { uri, line } of additions) {
      const lines = this.additions.get(uri) ?? new Set();
      this.additions.set(uri, lines.add(line));
    }
    if (text === source.text) return '';
    const mask = masking(result);
    return patchOf(file, mask(source.text), mask(text));
  }

  end(): string {
    return [...this.additions].map(([uri, lines]) => added(fileURLToPath(uri), lines)).join('');
  }
}

const patchOf = (file: string, before: string | undefined, after: string, context = 3): string => {
  const from = before === undefined ? '/dev/null' : `a/${file}`;
  return createTwoFilesPatch(from, `b/${file}`, before ?? '', after, '', '', { context }).replace(/^=+\n/, '');
};

/** What a `.env` holds beside a new name is nobody's to see: no line around it, and not the last one for want of a break. */
function added(file: string, lines: ReadonlySet<string>): string {
  const text = textOf(file);
  const hidden = /^\.env/.test(path.basename(file));
  const before = hidden && text ? text.replace(/(?<!\n)$/, '\n') : text;
  const after = [...lines].reduce(withLine, before ?? '');
  if (after === before) return '';
  return patchOf(path.relative('', file).split(path.sep).join('/'), before, after, hidden ? 0 : 3);
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Lines keep their number; a patch that hides a secret is to be read, not applied. Those that a comment allows are secrets too. */
function masking({ source, before, secretSpans }: FileResult): (text: string) => string {
  const reported = before.filter(({ rule }) => SECRET_RULES.has(rule)).map(({ span }) => span);
  const secrets = [...reported, ...secretSpans]
    .flatMap(({ start, end }) => source.text.slice(start, end).split(/\r?\n/))
    .filter((line) => line.trim().length > 3)
    .sort((a, b) => b.length - a.length);
  return (text) => secrets.reduce((now, line) => now.replaceAll(line, '[secret]'), text);
}
