import type { Program } from '../../../source/program';
import type { TextEdit } from '../../contract';
import { breakOf, unitOf } from '../edits';

interface Import {
  readonly start: number;
  readonly end: number;
  readonly path: string;
}

const simple = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

/** The imports and further classes of a Java file. */
export class JavaModule {
  private readonly added: string[] = [];
  private readonly classes: string[] = [];
  private readonly imports: readonly Import[];

  constructor(readonly program: Program) {
    this.imports = [...program.text.matchAll(/^[ \t]*import[ \t]+([\w.]+(?:\.\*)?)[ \t]*;[^\n]*(?:\n|$)/gm)].map(
      ({ index, 0: line, 1: path = '' }) => ({ start: index, end: index + line.length, path }),
    );
  }

  get unit(): string {
    return unitOf(this.program.text);
  }

  /** How the file calls a class, imported if it is not yet. */
  name(path: string): string {
    const own = simple(path);
    const space = path.slice(0, -own.length - 1);
    if (this.imports.some((one) => one.path === path || one.path === `${space}.*`)) return own;
    // A class of another package, or of the file itself, goes by that name here.
    if (this.imports.some((one) => simple(one.path) === own) || this.declares(own)) return path;
    if (!this.added.includes(path)) this.added.push(path);
    return own;
  }

  private declares(type: string): boolean {
    return new RegExp(`\\b(?:class|record|interface|enum) ${type}\\b`).test(this.program.text);
  }

  /** A class of the file; false where another one has its name. */
  addClass(type: string, body: string): boolean {
    if (this.classes.includes(body) || this.program.text.replaceAll('\r\n', '\n').includes(body)) return true;
    const isTaken = new RegExp(`\\b(?:class|record|interface|enum) ${type}\\b`);
    if (isTaken.test(this.program.text) || this.classes.some((one) => isTaken.test(one))) return false;
    this.classes.push(body);
    return true;
  }

  /** The file without its imports and comments. */
  body(text: string): string {
    return withoutBlocks(text.replace(/^[ \t]*import[ \t][^\n]*/gm, '')).replace(/\/\/[^\n]*/g, '');
  }

  /** `after` is the text as the other edits leave it. */
  edits(after: string): TextEdit[] {
    const { text } = this.program;
    const eol = breakOf(text);
    const [was, is] = [this.body(text), this.body([after, ...this.classes].join('\n'))];
    const dead = this.imports.filter(({ path }) => onlyIn(was, is, simple(path)));
    const inserted = new Map<number, string[]>();
    for (const path of [...this.added].sort()) {
      const at = this.placeOf(path);
      inserted.set(at, [...(inserted.get(at) ?? []), `import ${path};${eol}`]);
    }
    const edits: TextEdit[] = dead
      .filter(({ start }) => !inserted.has(start))
      .map(({ start, end }) => ({ span: { start, end }, text: '' }));
    for (const [at, lines] of inserted) {
      const end = dead.find(({ start }) => start === at)?.end ?? at;
      edits.push({ span: { start: at, end }, text: (this.imports.length > 0 ? '' : eol) + lines.join('') });
    }
    if (this.classes.length > 0) {
      const before = text.endsWith('\n') ? eol : eol + eol;
      const bodies = this.classes.map((body) => `${body.replaceAll('\n', eol)}${eol}`);
      edits.push({ span: { start: text.length, end: text.length }, text: before + bodies.join(eol) });
    }
    return edits;
  }

  /** Before the first import of its top-level package that sorts behind it, else behind the last one of it. */
  private placeOf(path: string): number {
    const top = (one: string): string => one.slice(0, one.indexOf('.'));
    const group = this.imports.filter((one) => top(one.path) === top(path));
    const next = group.find((one) => one.path > path);
    if (next) return next.start;
    const last = group.at(-1) ?? this.imports.at(-1);
    if (last) return last.end;
    const head = /^[ \t]*package[ \t][^\n]*\n?/m.exec(this.program.text);
    return head ? head.index + head[0].length : 0;
  }
}

/** Whether one text names a class and the other does not. */
function onlyIn(was: string, is: string, name: string): boolean {
  if (name === '*') return false;
  const used = new RegExp(`\\b${name}\\b`);
  return used.test(was) && !used.test(is);
}

function withoutBlocks(text: string): string {
  const [first = '', ...rest] = text.split('/*');
  return first + rest.map((part) => part.slice(part.indexOf('*/') + 2)).join('');
}
