import type { Node, Parser } from 'web-tree-sitter';
import type { Lexis } from '../heal';
import { type Syntax, TreeProgram, type Unit } from '../lowering';
import type { Change, Comment, FrontEnd, Program } from '../program';
import { statement } from './statements';
import { allStrings } from './strings';

export const GO_GRAMMAR = 'tree-sitter-go.wasm';

const LEXIS: Lexis = {
  lineComment: '//',
  blockComments: true,
  quotes: `"'`,
  longQuotes: ['`'],
  brackets: '([',
  statement:
    /(?:(?:func|type|var|const|return|if|for|switch|select|go|defer)\b|[A-Za-z_][\w.]{0,80}(?:, ?\w{1,60}){0,4} ?(?::?=[^=]|\())/y,
};

const GO: Syntax = { language: 'go', statement, strings: allStrings, comments, topLevel, lexis: LEXIS };

/** A package has no order: what variables are made from is known to them, wherever it stands. */
function topLevel(root: Node, text: string): readonly Node[] {
  const ranks: Node[][] = [[], [], [], []];
  for (const node of root.namedChildren) ranks[rankOf(text, node.startIndex)]?.push(node);
  return ranks.flat();
}

function rankOf(text: string, at: number): number {
  switch (text.charAt(at)) {
    case 'p':
    case 'i':
      return 0;
    case 'v':
      return 3;
    case 'c':
      return 2;
    default:
      return 1;
  }
}

function comments(root: Node, unit: Unit): Comment[] {
  return root
    .descendantsOfType('comment')
    .map((node) => ({ span: unit.span(node), text: commentText(unit.textOf(node)) }));
}

function commentText(raw: string): string {
  if (raw.startsWith('//')) return raw.slice(2).trim();
  const inner = raw.slice(2, raw.endsWith('*/') ? -2 : undefined);
  return inner
    .split('\n')
    .map((line) => line.trim().replace(/^\*+ ?/, ''))
    .join('\n')
    .trim();
}

export function goFrontEnd(parser: Parser): FrontEnd {
  return {
    parse: (text) => TreeProgram.parse(GO, parser, text),
    update: (program: Program, text: string, change: Change) => (program as TreeProgram).update(parser, text, change),
  };
}
