import type { Node, Parser } from 'web-tree-sitter';
import { frontEndOf } from '../front-end';
import type { Syntax, Unit } from '../lowering';
import type { Comment, FrontEnd, StringExpr } from '../program';
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
  return frontEndOf(SYNTAX, parser);
}
