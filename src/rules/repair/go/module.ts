import type { Expr, ImportName, Program, Span } from '../../../source/program';
import type { TextEdit } from '../../contract';
import { occurrences, suffixOf } from '../edits';
import { addedImports, importBlock } from './imports';
import { namesInGo } from './names';

/** The imports and functions of a Go file; the compiler takes no import that nothing names. */
export class GoModule {
  /** Paths of new imports, each with the name that the file gives it. */
  private readonly added = new Map<string, string>();
  private readonly functions: string[] = [];

  constructor(
    readonly program: Program,
    private readonly uri: string,
  ) {}

  /** The files of a package share their names: each file has functions of its own. */
  own(name: string): string {
    return `${name}${suffixOf(this.uri)}`;
  }

  private imports(): ImportName[] {
    return this.program.module.block().stmts.flatMap((stmt) => (stmt.k === 'import' ? [...stmt.names] : []));
  }

  /** The local name of a package, imported if it is not yet. */
  package(path: string): string {
    const found = this.imports().find(({ module, local }) => module === path && local !== undefined && local !== '_');
    if (found?.local !== undefined) return found.local;
    const known = this.added.get(path);
    if (known !== undefined) return known;
    const own = path.slice(path.lastIndexOf('/') + 1);
    const local = namesInGo(this.program).has(own) ? `${path.includes('.') ? 'oci' : 'std'}${own}` : own;
    this.added.set(path, local);
    return local;
  }

  /** The local name of a package that the file imports. */
  importedAs(path: RegExp): string | undefined {
    return this.imports().find(({ module }) => path.test(module))?.local;
  }

  /** The SDK with its major version, as the file imports it. */
  get sdk(): string {
    for (const { module } of this.imports()) {
      const found = /^github\.com\/oracle\/oci-go-sdk(?:\/v\d+)?(?=\/)/.exec(module);
      if (found) return found[0];
    }
    return 'github.com/oracle/oci-go-sdk/v65';
  }

  textOf({ span }: Expr): string {
    return this.program.text.slice(span.start, span.end);
  }

  /** A function, type or variable of the file; false where another one has its name. */
  addDeclaration(name: string, text: string): boolean {
    if (this.functions.includes(text) || this.program.text.includes(text)) return true;
    if (new RegExp(`^(?:func|type|var) ${name}\\b`, 'm').test(this.program.text)) return false;
    this.functions.push(text);
    return true;
  }

  /** `after` is the text as the other edits leave it. */
  edits(after: string): TextEdit[] {
    const { text } = this.program;
    const whole = [after, ...this.functions].join('\n');
    const edits = this.deadImports(whole);
    edits.push(...addedImports(text, this.added));
    if (this.functions.length > 0) {
      const end = text.length;
      const start = text.endsWith('\n') ? '' : '\n';
      edits.push({
        span: { start: end, end },
        text: `${start}${this.functions.map((body) => `\n${body}\n`).join('')}`,
      });
    }
    return merged(edits);
  }

  private deadImports(after: string): TextEdit[] {
    return this.imports().flatMap(({ local, span }) => {
      if (local === undefined || local === '_' || local === '.') return [];
      const used = new RegExp(`\\b${local}\\.`);
      if (!used.test(this.withoutImports(this.program.text)) || used.test(this.withoutImports(after))) return [];
      return [{ span: lineAround(this.program.text, span), text: '' }];
    });
  }

  private withoutImports(text: string): string {
    const block = importBlock(text);
    const rest = block ? text.slice(0, block.start) + this.withoutImports(text.slice(block.end)) : text;
    return rest.replace(/^import[ \t][^\n]*/gm, '');
  }
}

/** Insertions at one place become one. */
function merged(edits: readonly TextEdit[]): TextEdit[] {
  const found = new Map<string, TextEdit>();
  for (const edit of edits) {
    const key = `${edit.span.start} ${edit.span.end}`;
    found.set(key, { ...edit, text: (found.get(key)?.text ?? '') + edit.text });
  }
  return [...found.values()];
}

function lineAround(text: string, { start, end }: Span): Span {
  const newline = text.indexOf('\n', end);
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: newline < 0 ? text.length : newline + 1 };
}

/** Names that the removed text used and nothing else does: the compiler refuses a variable that is left so. */
export function leavesUnused(removed: string, after: string): boolean {
  return (removed.match(/[A-Za-z_]\w*/g) ?? []).some((name) => {
    const declared = new RegExp(`\\b${name}\\b(?:\\s*,\\s*\\w+)*\\s*:=|,\\s*${name}\\s*:=|^\\t+var\\s+${name}\\b`, 'm');
    return declared.test(after) && occurrences(after, name) <= 1;
  });
}
