import type { Node, Parser } from 'web-tree-sitter';
import type { Commands } from '../../knowledge/sdks/command';
import { frontEndOf } from '../front-end';
import type { Syntax, Unit } from '../lowering';
import type { Comment, FrontEnd, StringExpr } from '../program';
import { Statements } from './statements';
import { textOf } from './strings';

export const POWERSHELL_GRAMMAR = 'tree-sitter-powershell.wasm';

const TEXTS = [
  'verbatim_string_characters',
  'verbatim_here_string_characters',
  'expandable_string_literal',
  'expandable_here_string_literal',
];

function strings(root: Node, unit: Unit): StringExpr[] {
  return root
    .descendantsOfType(TEXTS)
    .map((node) => textOf(node, unit, (hole) => ({ k: 'other', span: unit.span(hole), parts: [] })));
}

/** The grammar wraps the whole script in one list. */
const topLevel = (root: Node): Node[] =>
  root.namedChildren.flatMap((node) => (node.type === 'statement_list' ? node.namedChildren : [node]));

function comments(root: Node, unit: Unit): Comment[] {
  return root.descendantsOfType('comment').map((node) => ({
    span: unit.span(node),
    text: unit
      .textOf(node)
      .replace(/^(?:<#|#+)/, '')
      .replace(/#>$/, '')
      .trim(),
  }));
}

/** `commands` tells how the words of known programs are read. */
export function powershellFrontEnd(parser: Parser, commands: Commands): FrontEnd {
  const statements = new Statements(commands);
  const syntax: Syntax = { language: 'powershell', statement: statements.statement, strings, comments, topLevel };
  return frontEndOf(syntax, parser);
}
