import { visitBlock } from '../../../flow/scopes';
import type { Program, Span } from '../../../source/program';
import type { TextEdit } from '../../contract';

/**
 * The head of a declaration that makes a variable of a constant, whose value is read at run time from now on.
 * Undefined where other constants, cases or attributes are made of it: these take literals only.
 */
export function unboundConstant(program: Program, { start }: Span): TextEdit | undefined {
  const { text, language } = program;
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const head = text.slice(from, start);
  const place = /\bconst\b/.exec(head);
  const left = head.replace(/\/\*[^*\n]*\*\//g, '');
  const name = left
    .slice(0, left.lastIndexOf('='))
    .match(/\w+/g)
    ?.at(language === 'go' ? 1 : -1);
  if (!place || name === undefined || needsConstant(text, name)) return undefined;
  const span = { start: from + place.index, end: from + place.index + 'const'.length };
  if (language === 'go') return { span, text: 'var' };
  if (language !== 'csharp') return undefined;
  // `const string` of a method leaves no word behind.
  if (isMember(program, start)) return { span, text: 'static readonly' };
  return { span: { start: span.start, end: span.end + 1 }, text: '' };
}

const needsConstant = (text: string, name: string): boolean =>
  new RegExp(`\\bcase ${name}\\b|\\bconst\\b[^\\n=]{0,80}=[^\\n]*\\b${name}\\b|\\[\\w+\\([^\\n)]*\\b${name}\\b`).test(
    text,
  );

/** Whether a place stands in a class, but in none of its methods. */
function isMember(program: Program, at: number): boolean {
  let member = false;
  const holds = ({ start, end }: Span): boolean => start <= at && at < end;
  visitBlock(program.module.block(), {
    expr: () => {},
    stmt: (stmt) => {
      if (stmt.k === 'class' && holds(stmt.def.span))
        member = ![...stmt.def.methods.values()].some((method) => holds(method.span));
    },
    enter: ({ span }) => holds(span),
    matters: ({ span }) => holds(span),
  });
  return member;
}
