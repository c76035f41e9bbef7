import { COMMON_PACKAGE } from '../../../knowledge/sdks/typescript-writing';
import type { ImportName, ImportStmt, Program, Span, Stmt } from '../../../source/program';
import type { TextEdit } from '../../contract';
import { breakOf, occurrences, unitOf } from '../edits';
import { importsAround } from './place';
import { isOnlyLoaded, named } from './sdk-names';

/** How a TypeScript or JavaScript module writes imports, and the edits that give it more of them. */
export class TypeScriptModule {
  readonly quote: string;
  readonly end: string;
  /** Whether it loads modules with `require`. */
  readonly commonJs: boolean;
  private readonly lines: string[] = [];
  private readonly functions: string[] = [];
  /** Names of `oci-common` that join a list of imports. */
  private readonly joining: string[] = [];

  /** `place` is where the edit goes: what is loaded in the functions around it can be named there. */
  constructor(
    readonly program: Program,
    uri: string,
    private readonly place?: Span,
  ) {
    const { text } = program;
    this.quote = count(text, '"') > count(text, "'") ? '"' : "'";
    const lines = text.split('\n', 400).map((line) => line.trimEnd());
    this.end = lines.filter((line) => line.endsWith(';')).length > 0 ? ';' : '';
    this.commonJs = isCommonJs(text, uri);
  }

  get isTyped(): boolean {
    return this.program.language === 'typescript';
  }

  get unit(): string {
    const unit = unitOf(this.program.text);
    return unit === '    ' && !/^ {4}\S/m.test(this.program.text) ? '  ' : unit;
  }

  private get stmts(): readonly Stmt[] {
    return this.program.module.block().stmts;
  }

  private imports(): { stmt: ImportStmt; name: ImportName }[] {
    return this.stmts.flatMap((stmt) =>
      stmt.k === 'import' && !this.isType(stmt.span) ? stmt.names.map((name) => ({ stmt, name })) : [],
    );
  }

  private isType({ start }: Span): boolean {
    return /^import\s+type\b/.test(this.program.text.slice(start, start + 20));
  }

  /** How something of `oci-common` is called at the place of the edit: functions around it may load the module. */
  commonHere(name: string): string {
    const { program, place } = this;
    return (place && named(importsAround(program, place), name)) ?? this.common(name);
  }

  /** How the module writes a type of `oci-common`. */
  commonType(name: string): string {
    const whole = /^import \* as (\w+) from (['"])oci-common\2/m.exec([this.program.text, ...this.lines].join('\n'));
    return whole ? `${whole[1]}.${name}` : `import('${COMMON_PACKAGE}').${name}`;
  }

  /** How the module calls something of `oci-common`, imported if it is not yet. */
  common(name: string): string {
    const imports = this.imports();
    const known = named(
      imports.map((one) => one.name),
      name,
    );
    if (known !== undefined) return known;
    if (imports.some(({ name: one }) => one.module === COMMON_PACKAGE && one.name !== undefined && one.name !== '*')) {
      if (!this.joining.includes(name)) this.joining.push(name);
      return name;
    }
    if (occurrences(this.program.text, 'common') > 0 && !isOnlyLoaded(this.program.text)) {
      this.add(`{ ${name} }`, COMMON_PACKAGE);
      return name;
    }
    this.add(this.commonJs ? 'common' : '* as common', COMMON_PACKAGE);
    return `common.${name}`;
  }

  /** Whether the module declares a name itself. */
  has(name: string): boolean {
    return this.stmts.some(
      (stmt) =>
        (stmt.k === 'function' && stmt.def.name === name) ||
        (stmt.k === 'bind' && stmt.target.k === 'name' && stmt.target.name === name),
    );
  }

  /** Whether a function of the module has no parameters. */
  takesNothing(name: string): boolean {
    return this.stmts.some((stmt) => stmt.k === 'function' && stmt.def.name === name && stmt.def.params.length === 0);
  }

  /** How the module calls what it imports under a name; undefined where it does not. */
  importedAs(local: string): ImportName | undefined {
    return this.imports().find(({ name }) => name.local === local)?.name;
  }

  addFunction(text: string): void {
    this.functions.push(this.styled(text));
  }

  /** Text written with single quotes and semicolons as the file writes them. */
  styled(text: string): string {
    const quoted =
      this.quote === "'" ? text : text.replace(COMMENT_OR_QUOTE, (part) => (part === "'" ? this.quote : part));
    return this.end === '' ? quoted.replace(/;$/gm, '') : quoted;
  }

  /** How the module calls something of another module, imported if it is not yet. */
  named(module: string, name: string): string {
    const found = this.imports().find(({ name: one }) => one.module === module && one.name === name);
    if (found?.name.local !== undefined) return found.name.local;
    this.add(`{ ${name} }`, module);
    return name;
  }

  private add(what: string, module: string): void {
    const from = `${this.quote}${module}${this.quote}`;
    const line = this.commonJs
      ? `const ${what} = require(${from})${this.end}`
      : `import ${what} from ${from}${this.end}`;
    if (this.lines.includes(line)) return;
    const tail = line.slice(line.indexOf(what) + what.length);
    const at = what.startsWith('{') ? this.lines.findIndex((one) => one.endsWith(` }${tail}`)) : -1;
    if (at < 0) this.lines.push(line);
    else this.lines[at] = (this.lines[at] ?? '').replace(' }', `, ${what.slice(2)}`);
  }

  /** Behind the last import at the head of the module, else behind its first comments and directives. */
  private headEnd(): number {
    const { text } = this.program;
    let last: Stmt | undefined;
    for (const stmt of this.stmts) {
      if (stmt.k === 'import') last = stmt;
      else if (last) break;
    }
    if (!last) return /^(?:#![^\n]*\n)?(?:\s*(?:\/\/[^\n]*|(['"])use \w+\1;?)(?:\n|$))*/.exec(text)?.[0].length ?? 0;
    const newline = text.indexOf('\n', last.span.end);
    return newline < 0 ? text.length : newline + 1;
  }

  /** The edits for what was asked for. `after` is the text as the other edits leave it. */
  edits(after: string): TextEdit[] {
    const edits = this.joined([after, ...this.functions].join('\n'));
    if (this.lines.length === 0 && this.functions.length === 0) return edits;
    const { text } = this.program;
    const eol = breakOf(text);
    const at = this.headEnd();
    const rest = text.slice(at);
    let added = this.lines.map((line) => line + eol).join('');
    for (const body of this.functions) added += `${eol}${body.replaceAll('\n', eol)}${eol}`;
    if (this.functions.length > 0 && !/^\r?\n/.test(rest)) added += eol;
    if (at > 0 && text[at - 1] !== '\n') added = eol + added;
    return [...edits, { span: { start: at, end: at }, text: added }];
  }

  /** New names take the place of those that nothing needs any more; what is left of these goes. */
  private joined(after: string): TextEdit[] {
    const own = this.imports().filter(({ name }) => name.module === COMMON_PACKAGE && name.name !== undefined);
    const stmt = own[0]?.stmt;
    const mine = own.filter((one) => one.stmt === stmt).map(({ name }) => name);
    const dead = mine.filter((one) => one.local !== undefined && this.isDead(one, after));
    if (!stmt || (this.joining.length === 0 && dead.length === 0)) return [];
    if (this.joining.length === 0 && dead.length === mine.length) return this.withoutLine(stmt.span);
    const { text } = this.program;
    const open = text.lastIndexOf('{', mine[0]?.span.start) + 1;
    const close = text.indexOf('}', mine.at(-1)?.span.end);
    if (open < stmt.span.start || close < 0) return [];
    const kept = mine.filter((one) => !dead.includes(one)).map(({ span }) => text.slice(span.start, span.end));
    return [{ span: { start: open, end: close }, text: this.listed([...this.joining, ...kept], open, close) }];
  }

  /** Names between the braces of an import, on one line where they were and fit. */
  private listed(names: readonly string[], open: number, close: number): string {
    const { text } = this.program;
    const before = text.slice(open, close);
    const lineStart = text.lastIndexOf('\n', open) + 1;
    const lineEnd = text.indexOf('\n', close);
    const around = open - lineStart + ((lineEnd < 0 ? text.length : lineEnd) - close);
    const space = before.startsWith(' ') ? ' ' : '';
    const line = `${space}${names.join(', ')}${space}`;
    if (!before.includes('\n') && around + line.length <= WIDTH) return line;
    const eol = breakOf(text);
    return `${eol}${names.map((name) => `${this.unit}${name},${eol}`).join('')}`;
  }

  private isDead({ local = '', span }: ImportName, after: string): boolean {
    const { text } = this.program;
    const inImport = occurrences(text.slice(span.start, span.end), local);
    return occurrences(text, local) > inImport && occurrences(after, local) <= inImport;
  }

  private withoutLine(span: Span): TextEdit[] {
    const { text } = this.program;
    const start = text.lastIndexOf('\n', span.start - 1) + 1;
    const newline = text.indexOf('\n', span.end);
    return [{ span: { start, end: newline < 0 ? text.length : newline + 1 }, text: '' }];
  }
}

/** Whether a file loads modules with `require`: its name says so, or else what it does. */
function isCommonJs(text: string, uri: string): boolean {
  if (/\.m[jt]s$/.test(uri) || /^(?:import|export)(?=[\s{*'"])/m.test(text)) return false;
  return /\.c[jt]s$/.test(uri) || /\brequire\s*\(|(?<![\w$.])(?:module\.)?exports\s*[.=[]/.test(text);
}

/** Comments keep their apostrophes. */
const COMMENT_OR_QUOTE = /^[ \t]*(?:\/\/|\/?\*).*$|'/gm;

/** Lines of imports that are longer are broken. */
const WIDTH = 120;

const count = (text: string, part: string): number => text.split(part).length - 1;
