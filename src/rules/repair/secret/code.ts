import { IDENTITY_VARIABLES } from '../../../knowledge/environment';
import { CHOOSER, chooserOf, VAULT, vaultOf } from '../../../knowledge/sdks/python-writing';
import { COMPUTE_VARIABLE } from '../../../knowledge/sdks/target';
import type { Program, Span, StringExpr } from '../../../source/program';
import type { RuleContext, TextEdit } from '../../contract';
import { unitOf } from '../edits';
import { GoModule } from '../go/module';
import { PythonModule } from '../python/module';
import { unboundConstant } from './constant';
import type { Moving } from './index';

/** The same by a look-up in OCI Vault, where the variable holds the secret's OCID. */
export function fromVault({ context, secret, variable }: Moving): TextEdit[] | undefined {
  const { program } = context;
  const literal = program.language === 'python' ? literalAround(program, secret.span) : undefined;
  if (!literal) return undefined;
  const write = new PythonWriter(program, vaulted);
  const edit = write.edit(literal, secret.reveal(), variable);
  return edit && [edit, ...write.imports()];
}

/** `"sk-…"` becomes `os.environ["…"]` or `process.env.…`, what stands before it in the literal stays. */
export function toEnvironment({ context, secret, variable }: Moving): TextEdit[] | undefined {
  const { program } = context;
  const literal = literalAround(program, secret.span);
  if (!literal) return undefined;
  const write = writerFor(context);
  const edit = write.edit(literal, secret.reveal(), variable);
  if (!edit) return undefined;
  const edits = [edit];
  if (secret.kind === 'iam-identity') edits.push(...restOfIdentity(program, write));
  return [...edits, ...write.imports()];
}

function writerFor({ program, uri }: RuleContext): Writer {
  if (program.language === 'python') return new PythonWriter(program);
  if (/^(?:type|java)script$/.test(program.language)) return new ScriptWriter(program, uri);
  return new CompiledWriter(program, uri);
}

interface Writer {
  edit(literal: StringExpr, value: string, variable: string): TextEdit | undefined;
  imports(): readonly TextEdit[];
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

type PythonRead = (module: PythonModule, variable: string) => string;

const environ: PythonRead = (module, variable) => `${module.module('os')}.environ["${variable}"]`;

function vaulted(module: PythonModule, variable: string): string {
  const [oci, os, base64] = [module.module('oci'), module.module('os'), module.module('base64')];
  const unit = unitOf(module.program.text);
  const chooser = module.own(CHOOSER, COMPUTE_VARIABLE, (name) => chooserOf(name, oci, os, unit));
  const vault = module.own(VAULT, 'get_secret_bundle', (name) => vaultOf(name, chooser, oci, base64, unit));
  return `${vault}(${environ(module, variable)})`;
}

class PythonWriter implements Writer {
  private readonly module: PythonModule;

  constructor(
    private readonly program: Program,
    private readonly reads: PythonRead = environ,
  ) {
    this.module = new PythonModule(program);
  }

  edit({ span, parts, k }: StringExpr, value: string, variable: string): TextEdit | undefined {
    const { text } = this.program;
    const pieces = around({ k, span, parts }, value);
    const source = text.slice(span.start, span.end);
    if (!pieces || /^[fF]/.test(source) || isDocstring(text, span)) return undefined;
    const { before, after } = pieces;
    const read = this.reads(this.module, variable);
    if (isSpace(before) && isSpace(after)) {
      return { span, text: /^[rR]?[bB]/.test(source) ? `${read}.encode()` : read };
    }
    if (!isSpace(after) || !isPlainText(before) || /^[rR]?[bB]/.test(source)) return undefined;
    const joined = `"${before}" + ${read}`;
    return { span, text: bindsTighter(text, span) ? `(${joined})` : joined };
  }

  imports(): readonly TextEdit[] {
    return this.module.edits();
  }
}

/** A literal that begins its line and ends it is no value. */
function isDocstring(text: string, { start, end }: Span): boolean {
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return line.trim() === '' && /^["']{3}/.test(text.slice(start, end)) && /^[ \t]*(?:\r?\n|$)/.test(text.slice(end));
}

/** Go, C# and Java: a call reads the variable, which no constant can be made of. */
class CompiledWriter implements Writer {
  private readonly go: GoModule | undefined;
  private after: string;
  /** Constants that are variables now. */
  private readonly unbound: TextEdit[] = [];

  constructor(
    private readonly program: Program,
    uri: string,
  ) {
    this.go = program.language === 'go' ? new GoModule(program, uri) : undefined;
    this.after = program.text;
  }

  edit(literal: StringExpr, value: string, variable: string): TextEdit | undefined {
    const { text, language } = this.program;
    const { span } = literal;
    const pieces = around(literal, value);
    const unbound = pieces && isConstant(text, span) ? unboundConstant(this.program, span) : undefined;
    if (!pieces || (isConstant(text, span) && !unbound)) return undefined;
    if (unbound && !this.unbound.some(({ span: { start } }) => start === unbound.span.start))
      this.unbound.push(unbound);
    const read = this.go
      ? `${this.go.package('os')}.Getenv("${variable}")`
      : language === 'csharp'
        ? `System.Environment.GetEnvironmentVariable("${variable}")`
        : `System.getenv("${variable}")`;
    const { before, after } = pieces;
    if (!isSpace(after) || !isPlainText(before)) return undefined;
    const whole = isSpace(before) ? read : `"${before}" + ${read}`;
    this.after = `${this.after}\n${whole}`;
    return { span, text: !isSpace(before) && bindsTighter(text, span) ? `(${whole})` : whole };
  }

  imports(): readonly TextEdit[] {
    return [...this.unbound, ...(this.go?.edits(this.after) ?? [])];
  }
}

/** In a `const`, a default of a parameter, or an attribute only literals may stand. */
function isConstant(text: string, { start }: Span): boolean {
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  if (/\bconst\b|^\s*(?:\[|@)\w/.test(line)) return true;
  const block = text.lastIndexOf('const (', start);
  return block >= 0 && !/^\)/m.test(text.slice(block, start));
}

class ScriptWriter implements Writer {
  constructor(
    private readonly program: Program,
    private readonly uri: string,
  ) {}

  edit(literal: StringExpr, value: string, variable: string): TextEdit | undefined {
    const { text, language } = this.program;
    const { span } = literal;
    const pieces = around(literal, value);
    // An attribute of JSX takes no bare expression; a key of a record is no value.
    const attribute = /x$/i.test(this.uri) && text[span.start - 1] === '=';
    if (!pieces || attribute || /^\s*:/.test(text.slice(span.end, span.end + 20))) return undefined;
    const { before, after } = pieces;
    const read = `process.env.${variable}`;
    if (isSpace(before) && isSpace(after)) {
      const typed = language === 'typescript' ? `${read} ?? ''` : read;
      const alone =
        /[=(,:[]\s*$/.test(text.slice(Math.max(0, span.start - 40), span.start)) && !bindsTighter(text, span);
      return { span, text: typed === read || alone ? typed : `(${typed})` };
    }
    if (!isPlainText(before) || !isPlainText(after)) return undefined;
    return { span, text: `\`${before}\${${read}}${after}\`` };
  }

  imports(): readonly TextEdit[] {
    return [];
  }
}
