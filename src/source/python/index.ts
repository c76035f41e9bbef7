import type { Node, Parser } from 'web-tree-sitter';
import { type Syntax, TreeProgram, type Unit } from '../lowering';
import type { Change, Comment, FrontEnd, Program, StringExpr } from '../program';
import { statement } from './statements';
import { stringOf } from './strings';

export const PYTHON_GRAMMAR = 'tree-sitter-python.wasm';

const SYNTAX: Syntax = {
  language: 'python',
  statement,
  strings(root: Node, unit: Unit): StringExpr[] {
    return root
      .descendantsOfType(['string', 'concatenated_string'])
      .filter((node) => node.type === 'concatenated_string' || node.parent?.type !== 'concatenated_string')
      .map((node) => stringOf(node, unit, (hole) => ({ k: 'other', span: unit.span(hole), parts: [] })));
  },
  comments(root: Node, unit: Unit): Comment[] {
    return root.descendantsOfType('comment').map((node) => ({
      span: unit.span(node),
      text: unit.textOf(node).replace(/^#+/, '').trim(),
    }));
  },
};

export function pythonFrontEnd(parser: Parser): FrontEnd {
  return {
    parse: (text) => TreeProgram.parse(SYNTAX, parser, text),
    update: (program: Program, text: string, change: Change) => (program as TreeProgram).update(parser, text, change),
  };
}
