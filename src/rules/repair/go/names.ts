import type { Program, Span } from '../../../source/program';

/**
 * Names that mean something in a Go file besides its imports' own. Used but not declared counts too: the declaration
 * stands in another file of the package. Fields and keys of literals are no names of the scope.
 */
export function namesInGo(program: Program): ReadonlySet<string> {
  const code = withoutFields(blanked(program)).replace(/^import[ \t]{0,8}(?:\([^)]*\)|[^\n]*)/gm, '');
  return new Set(code.match(/(?<![.\w])[A-Za-z_]\w*\b(?![ \t]*:(?!=))/g) ?? []);
}

/** The text with spaces where its strings and comments stand. */
function blanked(program: Program): string {
  const { text } = program;
  const spans: Span[] = [...program.strings(), ...program.comments()]
    .map(({ span }) => span)
    .sort((a, b) => a.start - b.start);
  let code = '';
  let end = 0;
  for (const span of spans) {
    if (span.start < end) continue;
    code += text.slice(end, span.start) + ' '.repeat(span.end - span.start);
    end = span.end;
  }
  return code + text.slice(end);
}

/** Names of the fields of a struct; their types stay. */
const withoutFields = (code: string): string =>
  code.replace(/\bstruct[ \t]*\{[^{}]*\}/g, (body) => body.replace(/^[ \t]+\w+(?:, \w+)*(?=[ \t])/gm, ''));
