import type { Parser } from 'web-tree-sitter';
import { commentsOf } from '../comments';
import { frontEndOf } from '../front-end';
import type { Lexis } from '../heal';
import type { Syntax } from '../lowering';
import type { FrontEnd } from '../program';
import { statement } from './statements';
import { allStrings } from './strings';

export const JAVA_GRAMMAR = 'tree-sitter-java.wasm';

const LEXIS: Lexis = {
  lineComment: '//',
  blockComments: true,
  quotes: `"'`,
  longQuotes: ['"""'],
  brackets: '([',
  statement:
    /(?:(?:import|public|private|protected|static|final|abstract|class|interface|enum|record|return|if|for|while|try|throw|switch|var)\b|@[A-Z]|[A-Za-z_][\w.<>]{0,80}(?: [A-Za-z_]\w{0,60})? ?(?:=[^=]|\())/y,
  needsSemicolon: true,
};

const SYNTAX: Syntax = {
  language: 'java',
  statement,
  strings: allStrings,
  comments: commentsOf('line_comment', 'block_comment'),
  lexis: LEXIS,
};

export function javaFrontEnd(parser: Parser): FrontEnd {
  return frontEndOf(SYNTAX, parser);
}
