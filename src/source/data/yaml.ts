import { Composer, type CST, isAlias, isMap, isPair, isScalar, isSeq, type ParsedNode, Parser } from 'yaml';
import type { Comment, Entry, Expr } from '../program';
import { type DataFormat, dataFrontEnd, exported, type Reading } from './data-program';
import { constNode, entryNode, listNode, MAX_NESTING, recordNode, textNode, unknownNode } from './nodes';

/** YAML 1.2, several documents. Aliases stay names: nothing is expanded, so nothing can explode. */
const YAML: DataFormat = {
  language: 'yaml',
  read(text: string): Reading {
    const tokens = [...new Parser().parse(text)];
    const documents = [...new Composer({ uniqueKeys: false, logLevel: 'silent' }).compose(tokens, true, text.length)];
    return {
      stmts: documents.flatMap((document) =>
        document.contents ? [exported(lower(document.contents as ParsedNode, 0))] : [],
      ),
      broken: documents.some((document) => document.errors.length > 0),
    };
  },
  comments(text: string): Comment[] {
    const found: Comment[] = [];
    for (const token of new Parser().parse(text)) collectComments(token, found);
    return found;
  },
};

export const yamlFrontEnd = dataFrontEnd(YAML);

function lower(node: ParsedNode | null, depth: number): Expr {
  const [start, end] = node?.range ?? [0, 0];
  if (!node || depth > MAX_NESTING) return unknownNode(start, end);
  if (isScalar(node)) return scalar(node.value, node.source, start, end);
  if (isAlias(node)) return { k: 'name', span: { start, end }, name: node.source };
  if (isSeq(node)) {
    return listNode(
      node.items.map((item) => lower(item as ParsedNode, depth + 1)),
      start,
      end,
    );
  }
  if (isMap(node))
    return recordNode(
      node.items.flatMap((item) => (isPair(item) ? entry(item, depth) : [])),
      start,
      end,
    );
  return unknownNode(start, end);
}

function scalar(value: unknown, source: string | undefined, start: number, end: number): Expr {
  if (typeof value === 'string') return textNode(value, start, end);
  if (typeof value === 'number' && source !== undefined && /[:_]/.test(source)) return textNode(source, start, end);
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return constNode(value, start, end);
  return unknownNode(start, end);
}

function entry(pair: { key: unknown; value: unknown }, depth: number): Entry[] {
  const key = pair.key as ParsedNode;
  const [start, end] = key?.range ?? [0, 0];
  const value = pair.value ? lower(pair.value as ParsedNode, depth + 1) : constNode(null, end, end);
  if (!isScalar(key)) return [{ value, span: { start, end: value.span.end } }];
  return [entryNode(String(key.value), { start, end }, value)];
}

type Token = CST.Token | CST.SourceToken;

function collectComments(token: Token, found: Comment[]): void {
  if (token.type === 'comment') {
    const { offset: start, source } = token;
    found.push({ span: { start, end: start + source.length }, text: source.replace(/^#+/, '').trim() });
  }
  for (const inner of insideOf(token)) collectComments(inner, found);
}

/** The tokens of which a token is made. */
function insideOf(token: Token): Token[] {
  const inside: (Token | null | undefined)[] = [];
  if ('start' in token && Array.isArray(token.start)) inside.push(...token.start);
  if ('props' in token) inside.push(...token.props);
  if ('value' in token) inside.push(token.value);
  if ('items' in token) {
    for (const item of token.items) inside.push(...(item.start ?? []), item.key, ...(item.sep ?? []), item.value);
  }
  if ('end' in token && Array.isArray(token.end)) inside.push(...token.end);
  return inside.filter((one) => one !== null && one !== undefined);
}
