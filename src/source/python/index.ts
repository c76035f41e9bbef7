import type { Node, Parser } from 'web-tree-sitter';
import { frontEndOf } from '../front-end';
import type { Lexis } from '../heal';
import type { Syntax, Unit } from '../lowering';
import type { Comment, FrontEnd, StringExpr } from '../program';
import { statement } from './statements';
import { stringOf } from './strings';

export const PYTHON_GRAMMAR = 'tree-sitter-python.wasm';

const LEXIS: Lexis = {
  lineComment: '#',
  blockComments: false,
  quotes: `"'`,
  longQuotes: ['"""', "'''"],
  brackets: '([{',
  statement:
    /(?:(?:import|from|def|class|async|return|if|elif|else|for|while|with|try|except|finally|raise|pass)\b|@\w|[A-Za-z_][\w.]{0,80} ?(?:=[^=]|\())/y,
};

const SYNTAX: Syntax = {
  language: 'python',
  statement,
  lexis: LEXIS,
  strings(root: Node, unit: Unit): StringExpr[] {
    const found: StringExpr[] = [];
    let joinedTo = -1;
    // In document order; the parent of a node is not asked, since finding it costs the depth of the tree.
    for (const node of root.descendantsOfType(['string', 'concatenated_string'])) {
      if (node.startIndex < joinedTo) continue;
      if (node.type === 'concatenated_string') joinedTo = node.endIndex;
      found.push(stringOf(node, unit, (hole) => ({ k: 'other', span: unit.span(hole), parts: [] })));
    }
    return found;
  },
  comments(root: Node, unit: Unit): Comment[] {
    return root.descendantsOfType('comment').map((node) => ({
      span: unit.span(node),
      text: unit.textOf(node).replace(/^#+/, '').trim(),
    }));
  },
};

export function pythonFrontEnd(parser: Parser): FrontEnd {
  return frontEndOf(SYNTAX, parser);
}
