import type { Node, Parser } from 'web-tree-sitter';
import { type Syntax, TreeProgram, type Unit } from '../lowering';
import type { Change, Comment, FrontEnd, Program, StringExpr } from '../program';
import { lowerText } from './expressions';
import { statement } from './statements';

export const TERRAFORM_GRAMMAR = 'tree-sitter-terraform.wasm';

const SYNTAX: Syntax = {
  language: 'terraform',
  statement,
  strings(root: Node, unit: Unit): StringExpr[] {
    return root
      .descendantsOfType(['string_lit', 'quoted_template', 'heredoc_template'])
      .map((node) => lowerText(node, unit));
  },
  comments(root: Node, unit: Unit): Comment[] {
    return root.descendantsOfType('comment').map((node) => ({
      span: unit.span(node),
      text: unit
        .textOf(node)
        .replace(/^(?:#+|\/\/|\/\*)/, '')
        .replace(/\*\/$/, '')
        .trim(),
    }));
  },
};

/** Terraform and other HCL files, `.tfvars` included. */
export function terraformFrontEnd(parser: Parser): FrontEnd {
  return {
    parse: (text) => TreeProgram.parse(SYNTAX, parser, text),
    update: (program: Program, text: string, change: Change) => (program as TreeProgram).update(parser, text, change),
  };
}
