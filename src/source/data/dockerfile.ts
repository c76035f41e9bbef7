import { DockerfileParser, type Instruction, type PropertyInstruction } from 'dockerfile-ast';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Arg, Comment, Expr, Span, Stmt } from '../program';
import { type DataFormat, dataFrontEnd, type Reading } from './data-program';
import { textNode } from './nodes';

type Range = { start: { line: number; character: number }; end: { line: number; character: number } };

/**
 * Each instruction is a call named by its keyword in capitals. `ENV`, `ARG` and `LABEL` get a named argument for each
 * pair; `COPY` and `ADD` one argument for each word; every other instruction its whole text.
 */
const DOCKERFILE: DataFormat = {
  language: 'dockerfile',
  read(text: string): Reading {
    const document = TextDocument.create('', '', 0, text);
    const spanOf = (range: Range): Span => ({
      start: document.offsetAt(range.start),
      end: document.offsetAt(range.end),
    });
    const file = DockerfileParser.parse(text);
    return { stmts: file.getInstructions().map((one) => statement(one, text, spanOf)) };
  },
  comments(text: string): Comment[] {
    const document = TextDocument.create('', '', 0, text);
    return DockerfileParser.parse(text)
      .getComments()
      .map((comment) => {
        const range = comment.getRange();
        const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
        return { span, text: text.slice(span.start, span.end).replace(/^#+/, '').trim() };
      });
  },
};

export const dockerfileFrontEnd = dataFrontEnd(DOCKERFILE);

function statement(instruction: Instruction, text: string, spanOf: (range: Range) => Span): Stmt {
  const keyword = instruction.getKeyword();
  const span = spanOf(instruction.getRange());
  const argsRange = instruction.getArgumentsRange();
  const argsSpan = argsRange ? spanOf(argsRange) : { start: span.end, end: span.end };
  const call: Expr = {
    k: 'call',
    span,
    callee: { k: 'name', span: spanOf(instruction.getInstructionRange()), name: keyword },
    args: argsRange ? argsOf(instruction, keyword, text, argsSpan, spanOf) : [],
    argsSpan,
  };
  return { k: 'eval', span, value: call };
}

function argsOf(
  instruction: Instruction,
  keyword: string,
  text: string,
  whole: Span,
  spanOf: (range: Range) => Span,
): Arg[] {
  if (keyword === 'ENV' || keyword === 'ARG' || keyword === 'LABEL') {
    return propertiesOf(instruction as PropertyInstruction, spanOf);
  }
  if (keyword === 'COPY' || keyword === 'ADD') {
    return instruction.getArguments().map((word) => {
      const span = spanOf(word.getRange());
      return { value: textNode(unquoted(word.getValue()), span.start, span.end), span };
    });
  }
  return [{ value: textNode(text.slice(whole.start, whole.end), whole.start, whole.end), span: whole }];
}

/** A word as the builder sees it: of the exec form too, whose words come with quotes, commas and brackets. */
const unquoted = (word: string): string => word.replace(/^[["']{1,2}/, '').replace(/["'\],]{1,3}$/, '');

function propertiesOf(instruction: PropertyInstruction, spanOf: (range: Range) => Span): Arg[] {
  const found = 'getProperties' in instruction ? instruction.getProperties() : [];
  return found.flatMap((property) => {
    const range = property.getValueRange();
    const value = property.getValue();
    if (!range || value === null) return [];
    const span = spanOf(range);
    return [
      { name: property.getName(), value: textNode(value, span.start, span.end), span: spanOf(property.getRange()) },
    ];
  });
}
