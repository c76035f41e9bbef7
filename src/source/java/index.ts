import type { Node, Parser } from 'web-tree-sitter';
import type { Lexis } from '../heal';
import { type Syntax, TreeProgram, type Unit } from '../lowering';
import type { Change, Comment, FrontEnd, Program } from '../program';
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

const SYNTAX: Syntax = { language: 'java', statement, strings: allStrings, comments, lexis: LEXIS };

function comments(root: Node, unit: Unit): Comment[] {
  return root
    .descendantsOfType(['line_comment', 'block_comment'])
    .map((node) => ({ span: unit.span(node), text: commentText(unit.textOf(node)) }));
}

function commentText(raw: string): string {
  if (raw.startsWith('//')) return raw.replace(/^\/{2,}/, '').trim();
  const inner = raw.slice(2, raw.endsWith('*/') ? -2 : undefined);
  return inner
    .split('\n')
    .map((line) => line.trim().replace(/^\*+ ?/, ''))
    .join('\n')
    .trim();
}

export function javaFrontEnd(parser: Parser): FrontEnd {
  return {
    parse: (text) => TreeProgram.parse(SYNTAX, parser, text),
    update: (program: Program, text: string, change: Change) => (program as TreeProgram).update(parser, text, change),
  };
}
