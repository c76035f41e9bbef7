import type { Fix } from '../rules/contract';
import { breakOf, indentAt } from '../rules/repair/edits';
import type { Language, Program, Span } from '../source/program';

type CommentStyle = readonly [open: string, close: string];

const HASH: CommentStyle = ['# ', ''];
const SLASHES: CommentStyle = ['// ', ''];

/** How a comment of its own line is written; absent where the format has none. */
const COMMENTS: Readonly<Partial<Record<Language, CommentStyle>>> = {
  python: HASH,
  shell: HASH,
  powershell: HASH,
  yaml: HASH,
  toml: HASH,
  dotenv: HASH,
  ini: HASH,
  properties: HASH,
  terraform: HASH,
  dockerfile: HASH,
  typescript: SLASHES,
  javascript: SLASHES,
  java: SLASHES,
  go: SLASHES,
  csharp: SLASHES,
  sql: ['-- ', ''],
  markdown: ['<!-- ', ' -->'],
};

/** Suppresses a finding where it stands, with room for the reason. */
export function allowHere(program: Program, rule: string, span: Span): readonly Fix[] {
  const style = COMMENTS[program.language];
  if (!style) return [];
  const [open, close] = style;
  const { text } = program;
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const line = `${indentAt(text, span.start)}${open}principled: allow ${rule} -- reason${close}${breakOf(text)}`;
  return [{ title: `Allow ${rule} here`, safety: 'safe', edits: [{ span: { start, end: start }, text: line }] }];
}
