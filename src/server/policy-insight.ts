import { type CompletionItem, CompletionItemKind, type Hover, MarkupKind } from 'vscode-languageserver';
import {
  completeStatement,
  judgeStatement,
  mayGrantGenAi,
  type PolicyStatement,
  parsePolicyDocument,
  parseStatement,
} from '../knowledge/policy';
import type { OpenDocument } from './open-document';

/** Behind what a statement may begin: the start of a line with its list mark, or a quote. */
const OPENING = /(?:^[ \t]*(?:[-*][ \t]+|\d{1,3}[.)][ \t]+)?|["'`])(?=(?:allow|deny|endorse|admit|define)\b)/gi;
/** A longer line is no statement that somebody writes. */
const MAX_LINE = 4_000;

interface Standing {
  readonly text: string;
  readonly offset: number;
  readonly statement: PolicyStatement;
}

/** The IAM statement around an offset: of a policy file, a document, or a string of any language. */
function statementAt(document: string, offset: number): Standing | undefined {
  const found = parsePolicyDocument(document).find((one) => covers(one, offset));
  if (found) return found;
  const line = lineAround(document, offset);
  if (!line) return undefined;
  for (const match of [...line.text.matchAll(OPENING)].reverse()) {
    const start = match.index + match[0].length;
    if (line.start + start > offset) continue;
    const quote = /["'`]$/.exec(match[0])?.[0];
    const close = quote ? line.text.indexOf(quote, start) : -1;
    const text = line.text.slice(start, close < 0 ? undefined : close);
    const formatted = quote !== undefined && /[fF$]/.test(line.text[start - 2] ?? '');
    const statement = parseStatement(formatted ? withNames(text) : text);
    const standing = { text, offset: line.start + start, statement };
    return covers(standing, offset) ? standing : undefined;
  }
  return undefined;
}

/** The holes of a formatted string stand for names. */
const withNames = (text: string): string =>
  text.replace(/\{([^{}]{1,80})\}/g, (hole, inside: string) => (/^[\w.]+$/.test(inside) ? `<${inside}>` : hole));

const covers = ({ offset: start, text }: { offset: number; text: string }, offset: number): boolean =>
  offset >= start && offset <= start + text.length;

function lineAround(document: string, offset: number): { text: string; start: number } | undefined {
  const start = document.lastIndexOf('\n', offset - 1) + 1;
  const next = document.indexOf('\n', offset);
  const end = next < 0 ? document.length : next;
  return end - start > MAX_LINE ? undefined : { text: document.slice(start, end), start };
}

/** What a statement grants on which plane, and what is wrong with it. */
export function policyHover(document: OpenDocument, offset: number): Hover | undefined {
  const standing = statementAt(document.text, offset);
  if (!standing) return undefined;
  const { statement, text } = standing;
  const { planes, meaning, errors, warnings } = judgeStatement(statement);
  // Statements on other services are none of ours, whole or broken.
  if (planes.length === 0 && !mayGrantGenAi(text)) return undefined;
  const lines = [...errors, ...warnings].map((problem) => `⚠ ${problem}`);
  if (statement.problems.length === 0) lines.push(meaning);
  lines.push(planes.length > 0 ? `Opens: ${planes.join(', ')}` : 'Opens no Generative AI plane.');
  const range = {
    start: document.positionAt(standing.offset),
    end: document.positionAt(standing.offset + text.length),
  };
  return { contents: { kind: MarkupKind.Markdown, value: lines.join('\n\n') }, range };
}

function isPolicyFile(uri: string): boolean {
  const name = uri.slice(uri.lastIndexOf('/') + 1).toLowerCase();
  return name.endsWith('.policy') || (name.endsWith('.txt') && /polic(?:y|ies)/.test(name));
}

/** What may follow in the statement in which the cursor stands. */
export function policyCompletions(document: OpenDocument, offset: number): CompletionItem[] {
  const line = lineAround(document.text, offset);
  const start = statementAt(document.text, offset)?.offset ?? startOf(document, offset, line);
  if (start === undefined || offset - start > MAX_LINE) return [];
  return completeStatement(document.text.slice(start, offset), offset - start).map(({ text, detail, replace }, at) => ({
    label: text,
    detail,
    kind: CompletionItemKind.Keyword,
    sortText: String(at).padStart(3, '0'),
    textEdit: {
      range: { start: document.positionAt(start + replace.start), end: document.positionAt(start + replace.end) },
      newText: text,
    },
  }));
}

/** Before this no statement is begun yet: a policy file's line, or a string in the list of a Terraform policy. */
const EMPTY_LINE = /^[ \t]*(?=[a-z]{0,10}$)/i;
const EMPTY_STRING = /^[ \t]*(?:statements[ \t]*=[ \t]*\[[ \t]*)?"(?=[a-z]{0,10}$)/i;

function startOf({ uri, text }: OpenDocument, offset: number, line: ReturnType<typeof lineAround>): number | undefined {
  if (!line) return undefined;
  const before = line.text.slice(0, offset - line.start);
  if (isPolicyFile(uri)) {
    const found = EMPTY_LINE.exec(before);
    return found ? line.start + found[0].length : undefined;
  }
  const found = /\.tf$/i.test(uri) ? EMPTY_STRING.exec(before) : null;
  return found && isInList(text.slice(Math.max(0, offset - MAX_LINE), offset))
    ? line.start + found[0].length
    : undefined;
}

/** Whether a list of statements was opened before and not closed since. */
function isInList(before: string): boolean {
  const [, ...after] = before.split('statements');
  const rest = after.at(-1) ?? '';
  return /^[ \t]{0,40}=[ \t]{0,40}\[/.test(rest) && !rest.includes(']');
}
