import { createTwoFilesPatch } from 'diff';
import type { FileResult } from './lint-files';
import type { Report } from './report';

/** What the fixes would change, in the form that `patch` and `git apply` read. */
export class DiffReport implements Report {
  file({ file, source, text }: FileResult): string {
    if (text === source.text) return '';
    const patch = createTwoFilesPatch(`a/${file}`, `b/${file}`, source.text, text, '', '', { context: 3 });
    return patch.replace(/^=+\n/, '');
  }

  end(): string {
    return '';
  }
}
