import { createTwoFilesPatch } from 'diff';
import { SECRET_RULES } from '../rules';
import type { FileResult } from './lint-files';
import type { Report } from './report';

/** What the fixes would change, in the form that `patch` and `git apply` read; a secret that goes is not shown. */
export class DiffReport implements Report {
  file(result: FileResult): string {
    const { file, source, text } = result;
    if (text === source.text) return '';
    const mask = masking(result);
    const patch = createTwoFilesPatch(`a/${file}`, `b/${file}`, mask(source.text), mask(text), '', '', { context: 3 });
    return patch.replace(/^=+\n/, '');
  }

  end(): string {
    return '';
  }
}

/** Lines keep their number; a patch that hides a secret is to be read, not applied. */
function masking({ source, before }: FileResult): (text: string) => string {
  const secrets = before
    .filter(({ rule }) => SECRET_RULES.has(rule))
    .flatMap(({ span }) => source.text.slice(span.start, span.end).split('\n'))
    .filter((line) => line.trim().length > 3);
  return (text) => secrets.reduce((now, line) => now.replaceAll(line, '[secret]'), text);
}
