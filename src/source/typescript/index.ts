import type { Node, Parser } from 'web-tree-sitter';
import { commentsOf } from '../comments';
import { frontEndOf } from '../front-end';
import type { Lexis } from '../heal';
import type { Syntax } from '../lowering';
import type { FrontEnd, Language } from '../program';
import { statement } from './statements';
import { allStrings } from './strings';

export const TYPESCRIPT_GRAMMAR = 'tree-sitter-typescript.wasm';
/** TypeScript with JSX; `.ts` files need the other one, whose `<T>x` assertions this one cannot read. */
export const TSX_GRAMMAR = 'tree-sitter-tsx.wasm';
/** JavaScript, JSX included. */
export const JAVASCRIPT_GRAMMAR = 'tree-sitter-javascript.wasm';

const DECLARES_FUNCTION = /^(?:export\s+(?:default\s+)?)?(?:async\s+)?function\b/;

const LEXIS: Lexis = {
  lineComment: '//',
  blockComments: true,
  quotes: `"'`,
  longQuotes: ['`'],
  brackets: '([',
  statement:
    /(?:(?:import|export|const|let|var|async function|function|class|return|if|for|while|try|throw|switch)\b|[A-Za-z_$][\w$.]{0,80} = )/y,
};

function syntax(language: Language): Syntax {
  return {
    language,
    statement,
    lexis: LEXIS,
    strings: allStrings,
    comments: commentsOf('comment'),
    topLevel,
  };
}

/** Declared functions are known to the statements above them. */
function topLevel(root: Node, text: string): readonly Node[] {
  const nodes = root.namedChildren;
  const early = new Set(
    nodes.filter(({ startIndex }) => DECLARES_FUNCTION.test(text.slice(startIndex, startIndex + 60))),
  );
  return early.size === 0 ? nodes : [...early, ...nodes.filter((node) => !early.has(node))];
}

function frontEnd(language: Language, parser: Parser): FrontEnd {
  const chosen = syntax(language);
  return frontEndOf(chosen, parser);
}

/** For `.ts` and `.tsx`, with the parser of the grammar that the file needs. */
export const typescriptFrontEnd = (parser: Parser): FrontEnd => frontEnd('typescript', parser);

export const javascriptFrontEnd = (parser: Parser): FrontEnd => frontEnd('javascript', parser);
