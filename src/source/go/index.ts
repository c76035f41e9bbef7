import type { Node, Parser } from 'web-tree-sitter';
import { commentsOf } from '../comments';
import { frontEndOf } from '../front-end';
import type { Lexis } from '../heal';
import type { Syntax } from '../lowering';
import type { FrontEnd } from '../program';
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

const GO: Syntax = {
  language: 'go',
  statement,
  strings: allStrings,
  comments: commentsOf('comment'),
  topLevel,
  lexis: LEXIS,
};

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

export function goFrontEnd(parser: Parser): FrontEnd {
  return frontEndOf(GO, parser);
}
