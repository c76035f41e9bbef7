import type { Node, Parser } from 'web-tree-sitter';
import type { Commands } from '../../knowledge/sdks/command';
import { frontEndOf } from '../front-end';
import type { Syntax, Unit } from '../lowering';
import type { Comment, FrontEnd, StringExpr } from '../program';
import { Statements } from './statements';

export const SHELL_GRAMMAR = 'tree-sitter-bash.wasm';

const TEXTS = ['concatenation', 'string', 'raw_string', 'ansi_c_string', 'heredoc_body', 'word'];

/** Bare words shorter than this hold nothing worth listing. */
const SHORT = 8;

function syntax(statements: Statements): Syntax {
  return {
    language: 'shell',
    statement: statements.statement,
    strings(root: Node, unit: Unit): StringExpr[] {
      let end = -1;
      return root.descendantsOfType(TEXTS).flatMap((node) => {
        // Parts of a concatenation and strings inside a string's substitutions were listed with it.
        const inside = node.endIndex <= end && node.type !== 'string';
        if (node.type === 'concatenation') end = node.endIndex;
        if (inside || (node.type === 'word' && node.endIndex - node.startIndex < SHORT)) return [];
        return [statements.words.text(node, unit)];
      });
    },
    comments(root: Node, unit: Unit): Comment[] {
      return root.descendantsOfType('comment').map((node) => ({
        span: unit.span(node),
        text: unit.textOf(node).replace(/^#+/, '').trim(),
      }));
    },
  };
}

/** `commands` tells how the words of known programs are read. */
export function shellFrontEnd(parser: Parser, commands: Commands): FrontEnd {
  const chosen = syntax(new Statements(commands));
  return frontEndOf(chosen, parser);
}
