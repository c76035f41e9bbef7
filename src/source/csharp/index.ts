import type { Node, Parser } from 'web-tree-sitter';
import { commentsOf } from '../comments';
import { frontEndOf } from '../front-end';
import type { Lexis } from '../heal';
import type { Syntax } from '../lowering';
import type { FrontEnd } from '../program';
import { isClass } from './classes';
import { statement } from './statements';
import { allStrings } from './strings';

export const CSHARP_GRAMMAR = 'tree-sitter-c_sharp.wasm';

const LEXIS: Lexis = {
  lineComment: '//',
  blockComments: true,
  quotes: `"'`,
  longQuotes: ['"""'],
  brackets: '([',
  statement:
    /(?:(?:using|namespace|public|private|protected|internal|static|async|class|interface|enum|record|return|if|for|foreach|while|try|throw|switch|var|await)\b|[A-Za-z_][\w.<>?]{0,80}(?: [A-Za-z_]\w{0,60})? ?(?:=[^=>]|\())/y,
  needsSemicolon: true,
};

const SYNTAX: Syntax = {
  language: 'csharp',
  statement,
  strings: allStrings,
  comments: commentsOf('comment'),
  topLevel,
  lexis: LEXIS,
};

/** Deeper namespaces are nobody's. */
const MAX_NAMESPACES = 20;

/** Namespaces are transparent; types and local functions are known to the statements above them. */
function topLevel(root: Node): readonly Node[] {
  const ranks: [Node[], Node[], Node[]] = [[], [], []];
  collect(root, ranks, 0);
  return ranks.flat();
}

function collect(node: Node, ranks: readonly [Node[], Node[], Node[]], level: number): void {
  for (const child of node.namedChildren) {
    const body = child.type === 'namespace_declaration' ? child.childForFieldName('body') : null;
    if (body && level < MAX_NAMESPACES) collect(body, ranks, level + 1);
    else ranks[rankOf(child)].push(child);
  }
}

function rankOf(node: Node): 0 | 1 | 2 {
  if (node.type === 'using_directive') return 0;
  const inner = node.type === 'global_statement' ? node.firstNamedChild?.type : node.type;
  return inner && (isClass(inner) || inner === 'enum_declaration' || inner === 'local_function_statement') ? 1 : 2;
}

export function csharpFrontEnd(parser: Parser): FrontEnd {
  return frontEndOf(SYNTAX, parser);
}
