import { type AST, parseTOML } from 'toml-eslint-parser';
import type { TextEdit } from '../../contract';
import { breakOf } from '../edits';
import { appended, type ListPackages } from './list';
import { isRequirementOf } from './python-name';

/** The list of `[project]` (PEP 621), else the table of Poetry. */
export const inPyproject: ListPackages = (text, names) => {
  const top = topOf(text);
  if (!top) return undefined;
  const list = listOf(top);
  if (list) return inList(text, list, names);
  const poetry = top.find((item) => item.type === 'TOMLTable' && nameOf(item.key) === 'tool.poetry.dependencies');
  return poetry?.type === 'TOMLTable' ? inTable(text, poetry, names) : undefined;
};

type Item = AST.TOMLTopLevelTable['body'][number];

function topOf(text: string): readonly Item[] | undefined {
  try {
    return parseTOML(text).body[0].body;
  } catch {
    return undefined;
  }
}

function listOf(top: readonly Item[]): AST.TOMLArray | undefined {
  for (const item of top) {
    const entries = item.type === 'TOMLTable' ? item.body : [item];
    const under = item.type === 'TOMLTable' ? `${nameOf(item.key)}.` : '';
    for (const { key, value } of entries) {
      if (`${under}${nameOf(key)}` === 'project.dependencies' && value.type === 'TOMLArray') return value;
    }
  }
  return undefined;
}

function inList(text: string, list: AST.TOMLArray, names: readonly string[]): readonly TextEdit[] {
  const written = list.elements.flatMap((one) => (one.type === 'TOMLValue' && one.kind === 'string' ? [one] : []));
  const missing = names.filter((name) => !written.some(({ value }) => isRequirementOf(value, name)));
  const first = written[0] && text[written[0].range[0]];
  const quote = first === "'" ? "'" : '"';
  const spans = list.elements.map(({ range: [start, end] }) => ({ start, end }));
  const [start, end] = list.range;
  return appended(
    text,
    { start, end },
    spans,
    missing.map((name) => `${quote}${name}${quote}`),
  );
}

function inTable(text: string, table: AST.TOMLTable, names: readonly string[]): readonly TextEdit[] {
  const missing = names.filter((name) => !table.body.some(({ key }) => isRequirementOf(nameOf(key), name)));
  const at = table.body.at(-1)?.range[1] ?? table.key.range[1] + 1;
  const lineEnd = text.indexOf('\n', at);
  const end = lineEnd < 0 ? text.length : text[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd;
  const lines = missing.map((name) => `${breakOf(text)}${name} = "*"`);
  return lines.length > 0 ? [{ span: { start: end, end }, text: lines.join('') }] : [];
}

const nameOf = (key: AST.TOMLKey): string =>
  key.keys.map((part) => (part.type === 'TOMLBare' ? part.name : part.value)).join('.');
