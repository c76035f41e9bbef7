import type { ImportName, Program, Span } from '../../../source/program';
import type { TextEdit } from '../../contract';
import { occurrences, suffixOf } from '../edits';

/** The imports and functions of a Go file; the compiler takes no import that nothing names. */
export class GoModule {
  private readonly added: string[] = [];
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
    if (!this.added.includes(path)) this.added.push(path);
    return path.slice(path.lastIndexOf('/') + 1);
  }

  /** The SDK with its major version, as the file imports it. */
  get sdk(): string {
    for (const { module } of this.imports()) {
      const found = /^github\.com\/oracle\/oci-go-sdk(?:\/v\d+)?(?=\/)/.exec(module);
      if (found) return found[0];
    }
    return 'github.com/oracle/oci-go-sdk/v65';
  }

  has(functionName: string): boolean {
    return this.program.module.block().stmts.some((stmt) => stmt.k === 'function' && stmt.def.name === functionName);
  }

  addFunction(name: string, text: string): void {
    if (!this.has(name) && !this.functions.includes(text)) this.functions.push(text);
  }

  /** `after` is the text as the other edits leave it. */
  edits(after: string): TextEdit[] {
    const { text } = this.program;
    const whole = [after, ...this.functions].join('\n');
    const edits = this.deadImports(whole);
    for (const path of this.added) edits.push(this.importEdit(path));
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

  /** A line in its place among those of its group, or an import of its own. */
  private importEdit(path: string): TextEdit {
    const { text } = this.program;
    const block = importBlock(text);
    const line = `\t"${path}"\n`;
    if (!block) {
      const last = /^import[ \t][^\n]*/m.exec(text) ?? /^package[ \t][^\n]*/m.exec(text);
      const at = last ? last.index + last[0].length + 1 : 0;
      return {
        span: { start: at, end: at },
        text: last?.[0].startsWith('import') ? `import "${path}"\n` : `\nimport "${path}"\n`,
      };
    }
    const isStandard = (one: string): boolean => !/^[^/"]*\./.test(one);
    let at = block.inside;
    let place = at;
    let placed = false;
    for (const each of text.slice(block.inside, block.close).split(/(?<=\n)/)) {
      const named = /"([^"]+)"/.exec(each)?.[1];
      at += each.length;
      if (named === undefined || isStandard(named) !== isStandard(path)) continue;
      if (named < path || !placed) place = named < path ? at : at - each.length;
      placed = true;
      if (named > path) break;
    }
    return { span: { start: place, end: place }, text: placed ? line : `${line}\n` };
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
export function leavesUnused(program: Program, removed: string, after: string): boolean {
  return (removed.match(/[A-Za-z_]\w*/g) ?? []).some((name) => {
    const declared = new RegExp(`\\b${name}\\b(?:\\s*,\\s*\\w+)*\\s*:=|,\\s*${name}\\s*:=|^\\t+var\\s+${name}\\b`, 'm');
    return declared.test(program.text) && occurrences(after, name) <= 1;
  });
}

/** `import ( … )`: where it starts, where its lines start, its closing bracket, its end. */
function importBlock(
  text: string,
): { readonly start: number; readonly inside: number; readonly close: number; readonly end: number } | undefined {
  const open = /^import[ \t]{0,8}\(\r?\n?/m.exec(text);
  if (!open) return undefined;
  const inside = open.index + open[0].length;
  const close = text.indexOf(')', inside);
  return close < 0 ? undefined : { start: open.index, inside, close, end: close + 1 };
}
