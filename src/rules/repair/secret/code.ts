import { callsAround } from '../../../flow/scopes';
import { IDENTITY_VARIABLES } from '../../../knowledge/environment';
import type { Program, Span, StringExpr } from '../../../source/program';
import type { TextEdit } from '../../contract';
import { mayAwait } from '../typescript/place';
import { unboundConstant } from './constant';
import type { Moving } from './index';
import { environment, type Reader } from './reader';
import { vault } from './vault';

/** The same by a look-up in OCI Vault, where the variable holds the secret's OCID. */
export function fromVault(moving: Moving): TextEdit[] | undefined {
  const { program, uri } = moving.context;
  const reader = vault(program, uri);
  return reader && moved(moving, reader);
}

/** `"sk-…"` becomes `os.environ["…"]` or `process.env.…`, what stands before it in the literal stays. */
export function toEnvironment(moving: Moving): TextEdit[] | undefined {
  const { program, uri } = moving.context;
  return moved(moving, environment(program, uri));
}

function moved({ context, secret, variable }: Moving, reader: Reader): TextEdit[] | undefined {
  const { program } = context;
  const literal = literalAround(program, secret.span);
  if (!literal) return undefined;
  const write = writerFor(program, context.uri, reader);
  const edit = write.edit(literal, secret.reveal(), variable);
  if (!edit) return undefined;
  const edits = [edit];
  if (secret.kind === 'iam-identity') edits.push(...restOfIdentity(program, write));
  return [...edits, ...write.rest()];
}

function writerFor(program: Program, uri: string, reader: Reader): Writer {
  if (program.language === 'python') return new PythonWriter(program, reader);
  if (/^(?:type|java)script$/.test(program.language)) return new ScriptWriter(program, uri, reader);
  return new CompiledWriter(program, reader);
}

interface Writer {
  edit(literal: StringExpr, value: string, variable: string): TextEdit | undefined;
  /** What the edits need elsewhere in the file. */
  rest(): readonly TextEdit[];
}

/** A literal without holes that holds the place; of nested ones the innermost. */
function literalAround(program: Program, { start, end }: Span): StringExpr | undefined {
  const around = program.strings().filter(({ span, parts }) => {
    const whole = parts.length === 1 && typeof parts[0] === 'string';
    return whole && span.start <= start && end <= span.end;
  });
  return around.sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))[0];
}

/** User and tenancy of the identity whose fingerprint moves. */
function restOfIdentity(program: Program, write: Writer): TextEdit[] {
  return program.strings().flatMap((literal) => {
    const [text] = literal.parts;
    if (literal.parts.length !== 1 || typeof text !== 'string') return [];
    const kind = /^ocid1\.(user|tenancy)\.[\w.-]+$/.exec(text)?.[1] as keyof typeof IDENTITY_VARIABLES | undefined;
    const edit = kind && write.edit(literal, text, IDENTITY_VARIABLES[kind]);
    return edit ? [edit] : [];
  });
}

/** What the literal says before and after the secret. */
function around(literal: StringExpr, value: string): { before: string; after: string } | undefined {
  const [text] = literal.parts;
  if (typeof text !== 'string') return undefined;
  const at = text.indexOf(value);
  // A key that the literal writes in another form (escapes, base64) is the whole of it.
  if (at < 0) return { before: '', after: '' };
  return { before: text.slice(0, at), after: text.slice(at + value.length) };
}

const isSpace = (text: string): boolean => text.trim() === '';
const isPlainText = (text: string): boolean => !/["'`\\\n\r{}$]/.test(text);

/** A member, index or operator behind the literal would take the new expression apart. */
const bindsTighter = (text: string, { end }: Span): boolean => /^[ \t]*(?:[.[%*(]|\*\*)/.test(text.slice(end, end + 8));

class PythonWriter implements Writer {
  constructor(
    private readonly program: Program,
    private readonly reader: Reader,
  ) {}

  edit({ span, parts, k }: StringExpr, value: string, variable: string): TextEdit | undefined {
    const { text } = this.program;
    const pieces = around({ k, span, parts }, value);
    const source = text.slice(span.start, span.end);
    if (!pieces || /^[fF]/.test(source) || isDocstring(text, span)) return undefined;
    const { before, after } = pieces;
    const read = this.reader.read(variable);
    if (isSpace(before) && isSpace(after)) {
      return { span, text: /^[rR]?[bB]/.test(source) ? `${read}.encode()` : read };
    }
    if (!isSpace(after) || !isPlainText(before) || /^[rR]?[bB]/.test(source)) return undefined;
    const joined = `"${before}" + ${read}`;
    return { span, text: bindsTighter(text, span) ? `(${joined})` : joined };
  }

  rest(): readonly TextEdit[] {
    return this.reader.edits(this.program.text);
  }
}

/** A literal that begins its line and ends it is no value. */
function isDocstring(text: string, { start, end }: Span): boolean {
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return line.trim() === '' && /^["']{3}/.test(text.slice(start, end)) && /^[ \t]*(?:\r?\n|$)/.test(text.slice(end));
}

/** Go, C# and Java: a call reads the variable, which no constant can be made of. */
class CompiledWriter implements Writer {
  private after: string;
  /** Constants that are variables now. */
  private readonly unbound: TextEdit[] = [];

  constructor(
    private readonly program: Program,
    private readonly reader: Reader,
  ) {
    this.after = program.text;
  }

  edit(literal: StringExpr, value: string, variable: string): TextEdit | undefined {
    const { text } = this.program;
    const { span } = literal;
    const pieces = around(literal, value);
    const unbound = pieces && isConstant(text, span) ? unboundConstant(this.program, span) : undefined;
    if (!pieces || (isConstant(text, span) && !unbound)) return undefined;
    if (unbound && !this.unbound.some(({ span: { start } }) => start === unbound.span.start))
      this.unbound.push(unbound);
    const read = this.reader.read(variable);
    const { before, after } = pieces;
    if (!isSpace(after) || !isPlainText(before)) return undefined;
    const plus = isOneOfSeveral(this.program, span) ? '+' : ' + ';
    const whole = isSpace(before) ? read : `"${before}"${plus}${read}`;
    this.after = `${this.after}\n${whole}`;
    return { span, text: !isSpace(before) && bindsTighter(text, span) ? `(${whole})` : whole };
  }

  rest(): readonly TextEdit[] {
    return [...this.unbound, ...this.reader.edits(this.after)];
  }
}

/** gofmt writes no spaces in an argument beside others. */
const isOneOfSeveral = ({ language, module }: Program, { start }: Span): boolean =>
  language === 'go' &&
  callsAround(module.block(), [start]).some(
    ({ call: { args } }) => args.length > 1 && args.some(({ value }) => value.span.start === start),
  );

/** In a `const`, a default of a parameter, or an attribute only literals may stand. */
function isConstant(text: string, { start }: Span): boolean {
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  if (/\bconst\b|^\s*(?:\[|@)\w/.test(line)) return true;
  const block = text.lastIndexOf('const (', start);
  return block >= 0 && !/^\)/m.test(text.slice(block, start));
}

/** Members of an `enum` that are strings are literals. */
const isOfEnum = (text: string, { start }: Span): boolean =>
  /\benum\s{1,20}[\w$]+\s{0,20}\{[^{}]*$/.test(text.slice(Math.max(0, start - 4000), start));

class ScriptWriter implements Writer {
  constructor(
    private readonly program: Program,
    private readonly uri: string,
    private readonly reader: Reader,
  ) {}

  edit(literal: StringExpr, value: string, variable: string): TextEdit | undefined {
    const { text, language } = this.program;
    const { span } = literal;
    const pieces = around(literal, value);
    // An attribute of JSX takes no bare expression; a key of a record is no value.
    const attribute = /x$/i.test(this.uri) && text[span.start - 1] === '=';
    if (!pieces || (this.reader.awaited && !mayAwait(this.program, span, this.uri))) return undefined;
    if (attribute || isOfEnum(text, span) || /^\s*:/.test(text.slice(span.end, span.end + 20))) return undefined;
    const { before, after } = pieces;
    const read = this.reader.read(variable);
    if (isSpace(before) && isSpace(after)) {
      const typed = language === 'typescript' && !this.reader.awaited ? `${read} ?? ''` : read;
      const alone =
        /[=(,:[]\s*$/.test(text.slice(Math.max(0, span.start - 40), span.start)) && !bindsTighter(text, span);
      return { span, text: alone || !typed.includes(' ') ? typed : `(${typed})` };
    }
    if (!isPlainText(before) || !isPlainText(after)) return undefined;
    return { span, text: `\`${before}\${${read}}${after}\`` };
  }

  rest(): readonly TextEdit[] {
    return this.reader.edits(this.program.text);
  }
}
