import { GO_MODULES } from '../../../knowledge/sdks/go-writing';
import type { TextEdit } from '../../contract';
import { breakOf } from '../edits';
import type { ListPackages } from './list';

/** Behind what the file requires already; `go mod tidy` finds what the modules themselves need. */
export const inGoMod: ListPackages = (text, names) => {
  if (!/^module[ \t]/m.test(text)) return undefined;
  const missing = names.filter((name) => !new RegExp(`^[ \\t]*(?:require[ \\t]+)?${name}[ \\t]`, 'm').test(text));
  const specs = missing.map((name) => `${name} ${GO_MODULES[name]}`);
  if (specs.length === 0) return [];
  const eol = breakOf(text);
  const block = /^require[ \t]*\((?:\r?\n(?!\))[^\n]*)*\n/m.exec(text);
  if (block) return [insertion(block.index + block[0].length, specs.map((spec) => `\t${spec}${eol}`).join(''))];
  const line = [...text.matchAll(/^require[ \t][^\n]*\n?/gm)].at(-1);
  const written = specs.map((spec) => `require ${spec}${eol}`).join('');
  if (line) return [insertion(line.index + line[0].length, `${line[0].endsWith('\n') ? '' : eol}${written}`)];
  return [insertion(text.length, `${text.endsWith('\n') ? eol : eol + eol}${written}`)];
};

const insertion = (at: number, text: string): TextEdit => ({ span: { start: at, end: at }, text });
