import type { Parser } from 'web-tree-sitter';
import { type Syntax, TreeProgram } from './lowering';
import type { FrontEnd } from './program';

/** Reads a language that has a grammar. */
export const frontEndOf = (syntax: Syntax, parser: Parser): FrontEnd => ({
  parse: (text) => TreeProgram.parse(syntax, parser, text),
  update: (program, text, change) => (program as TreeProgram).update(parser, text, change),
});
