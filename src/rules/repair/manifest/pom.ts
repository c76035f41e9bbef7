import { SaxesParser } from 'saxes';
import type { Span } from '../../../source/program';
import { breakOf, unitOf } from '../edits';
import type { ListPackages } from './list';

const GROUP = 'com.oracle.oci.sdk';

interface Dependency {
  /** Its open tags from `<project>` down. */
  readonly path: string;
  readonly fields: Record<string, string>;
  readonly span: Span;
}

/** In the project's own `<dependencies>`; the version is that of the other artifacts, and none where a BOM rules it. */
export const inPom: ListPackages = (text, names) => {
  const all = dependenciesOf(text)?.filter(({ fields }) => fields.groupId === GROUP);
  const own = all?.filter(({ path }) => path === 'project/dependencies/dependency');
  const last = own?.at(-1);
  if (!all || !own || !last) return undefined;
  const missing = names.filter((name) => !own.some(({ fields }) => fields.artifactId === name));
  if (missing.length === 0) return [];
  const { version } = last.fields;
  const eol = breakOf(text);
  const line = text.slice(text.lastIndexOf('\n', last.span.start) + 1, last.span.start);
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  const deeper = indent + (indent.includes('\t') ? '\t' : unitOf(text));
  const written = missing.map((name) =>
    [
      `${eol}${indent}<dependency>`,
      `${deeper}<groupId>${GROUP}</groupId>`,
      `${deeper}<artifactId>${name}</artifactId>`,
      ...(version === undefined ? [] : [`${deeper}<version>${version}</version>`]),
      `${indent}</dependency>`,
    ].join(eol),
  );
  return [{ span: { start: last.span.end, end: last.span.end }, text: written.join('') }];
};

/** Every `<dependency>`; undefined where the file is not well-formed. */
function dependenciesOf(text: string): Dependency[] | undefined {
  const parser = new SaxesParser();
  const open: { readonly name: string; readonly start: number; text: string }[] = [];
  const found: Dependency[] = [];
  let fields: Record<string, string> = {};
  let start = 0;
  parser.on('opentagstart', () => {
    start = text.lastIndexOf('<', parser.position - 1);
  });
  parser.on('opentag', ({ name }) => {
    open.push({ name, start, text: '' });
    if (name === 'dependency') fields = {};
  });
  parser.on('text', (piece) => {
    const top = open.at(-1);
    if (top) top.text += piece;
  });
  parser.on('closetag', ({ name }) => {
    const path = open.map((one) => one.name).join('/');
    const closed = open.pop();
    if (open.at(-1)?.name === 'dependency') fields[name] = closed?.text.trim() ?? '';
    if (closed && name === 'dependency')
      found.push({ path, fields, span: { start: closed.start, end: parser.position } });
  });
  let broken = false;
  parser.on('error', () => {
    broken = true;
  });
  parser.write(text).close();
  return broken ? undefined : found;
}
