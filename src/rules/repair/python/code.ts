import { visitBlock } from '../../../flow/scopes';
import type { Block, FunctionDef, Program, Span, Target } from '../../../source/program';
import { type Key, Mentions, type Placed } from './mentions';

/** The text of a program with comments and the words of strings blanked: what is left names things. Offsets stay. */
export function codeOf(program: Program): string {
  const { text } = program;
  const blank = new Uint8Array(text.length);
  const size = ({ span }: { readonly span: Span }): number => span.end - span.start;
  // Holes of a template are code again, and strings in them are none.
  for (const { span, parts } of [...program.strings()].sort((a, b) => size(b) - size(a))) {
    blank.fill(1, span.start, span.end);
    for (const part of parts) if (typeof part !== 'string') blank.fill(0, part.span.start, part.span.end);
  }
  for (const { span } of program.comments()) blank.fill(1, span.start, span.end);
  let code = '';
  for (let at = 0; at < text.length; ) {
    const from = at;
    const state = blank[at];
    while (at < text.length && blank[at] === state) at += 1;
    code += state === 0 ? text.slice(from, at) : text.slice(from, at).replace(/[^\n]/g, ' ');
  }
  return code;
}

const WORD = /[\w$]/;

/** Where code names a variable: as a whole word, no attribute of something, no keyword of an argument. */
export function namedAt(code: string, name: string): number[] {
  const found: number[] = [];
  for (let at = code.indexOf(name); at >= 0; at = code.indexOf(name, at + name.length)) {
    const end = at + name.length;
    if (WORD.test(code[at - 1] ?? ' ') || code[at - 1] === '.' || WORD.test(code[end] ?? ' ')) continue;
    const keyword =
      /^\s*=(?!=)/.test(code.slice(end, end + 20)) && /[(,]\s*$/.test(code.slice(Math.max(0, at - 200), at));
    if (!keyword) found.push(at);
  }
  return found;
}

const attributeAt = (code: string, name: string): number[] =>
  [...code.matchAll(new RegExp(`\\.\\s*${name}(?![\\w$])`, 'g'))].map(({ index }) => index);

/** Who names what in a file, scope by scope. Reading a function is dear, so only those are read that are asked about. */
export class Names {
  readonly code: string;
  /** Every statement that was read so far. */
  readonly stmts: Placed[] = [];
  private readonly mentions = new Mentions((name, at) => this.owned(name, at));
  private readonly functions: FunctionDef[] = [];
  /** Those of them whose bodies were not read. */
  private readonly closed = new Set<FunctionDef>();
  /** Functions by the names that they bind themselves. */
  private readonly binders = new Map<string, Set<FunctionDef>>();

  private readonly modules = new Set<string>();

  constructor(readonly program: Program) {
    this.code = codeOf(program);
    for (const stmt of program.module.block().stmts)
      if (stmt.k === 'import')
        for (const { local, name } of stmt.names)
          if (local !== undefined && name === undefined) this.modules.add(local);
    this.read(program.module.block());
  }

  private read(block: Block): void {
    const from = this.stmts.length;
    visitBlock(block, {
      expr: () => {},
      stmt: (stmt, at) => {
        this.stmts.push({ stmt, at });
        const { function: def } = at.block.scope;
        if (!def) return;
        if (stmt.k === 'bind') this.bindTarget(def, stmt.target);
        if (stmt.k === 'import') for (const { local } of stmt.names) if (local !== undefined) this.bind(def, local);
      },
      enter: (def) => {
        this.functions.push(def);
        this.closed.add(def);
        for (const { name } of def.params) this.bind(def, name);
        return false;
      },
    });
    // What a name means is known when the whole body was read.
    for (const one of this.stmts.slice(from)) this.mentions.add(one);
  }

  /** Reads the functions around a place; what they hold is found while the set is walked. */
  private open(at: number): void {
    for (const def of this.closed) {
      if (at < def.span.start || at >= def.span.end) continue;
      this.closed.delete(def);
      this.read(def.body());
    }
  }

  private bind(def: FunctionDef, name: string): void {
    const all = this.binders.get(name) ?? new Set();
    this.binders.set(name, all.add(def));
  }

  private bindTarget(def: FunctionDef, target: Target): void {
    if (target.k === 'name' && !def.scope.outerNames?.has(target.name)) this.bind(def, target.name);
    if (target.k === 'tuple') for (const item of target.items) if (item) this.bindTarget(def, item);
  }

  /** Whether a module lists a variable among what it offers. */
  isListed(key: Key): boolean {
    const name = key.endsWith('@') ? key.slice(0, -1) : '';
    return name !== '' && new RegExp(`^__all__\\b[^\\]]*["']${name}["']`, 'm').test(this.program.text);
  }

  /** The statements of the file that are about a variable or attribute, once all that name it were read. */
  about(key: Key): Mentions {
    const name = key.startsWith('.') ? key.slice(1) : key.slice(0, key.indexOf('@'));
    for (let at = this.code.indexOf(name); at >= 0; at = this.code.indexOf(name, at + name.length)) this.open(at);
    return this.mentions;
  }

  /** What is bound to the value at a place. */
  boundTo(value: Span): Key | undefined {
    this.open(value.start);
    return this.mentions.boundTo(value);
  }

  /** The variable that a name means at a place. */
  variable(name: string, at: number): Key {
    this.open(at);
    return this.owned(name, at);
  }

  private owned(name: string, at: number): Key {
    let owner: FunctionDef | undefined;
    for (const def of this.binders.get(name) ?? []) {
      if (at < def.span.start || at >= def.span.end) continue;
      if (!owner || def.span.start > owner.span.start) owner = def;
    }
    return `${name}@${owner?.span.start ?? ''}`;
  }

  /** Every place of a variable or attribute. */
  places(key: Key): number[] {
    if (key.startsWith('.')) return attributeAt(this.code, key.slice(1)).filter((at) => !this.isOfModule(at));
    const name = key.slice(0, key.indexOf('@'));
    return namedAt(this.code, name).filter((at) => this.variable(name, at) === key);
  }

  /** `oci.signer` is no attribute that the file sets. */
  private isOfModule(dot: number): boolean {
    const [, object] = /(?<![\w.])([A-Za-z_]\w*)$/.exec(this.code.slice(Math.max(0, dot - 80), dot)) ?? [];
    return object !== undefined && this.modules.has(object);
  }

  /** What a piece of the text names. */
  in({ start, end }: Span): Key[] {
    const names = this.code.slice(start, end).matchAll(/(\.\s{0,40})?\b([A-Za-z_]\w*)/g);
    return [...names].map(({ 1: dot, 2: name = '', index }) =>
      dot === undefined ? this.variable(name, start + index) : `.${name}`,
    );
  }

  /** Whether a function inside the scope of a variable names it: it may run at any time. */
  isOuter(key: Key, at: number): boolean {
    const owner = key.slice(key.indexOf('@') + 1);
    const inner = this.around({ start: at, end: at }).at(-1);
    return inner !== undefined && `${inner.span.start}` !== owner;
  }

  /** Functions around a place, the outermost first. */
  around({ start, end }: Span): FunctionDef[] {
    this.open(start);
    const found = this.functions.filter(({ span }) => span.start <= start && end <= span.end);
    return found.sort((a, b) => a.span.start - b.span.start);
  }

  /** The keys that code sets in a variable (`config["region"] = …`); undefined for one that nobody can tell. */
  sets(key: Key): (string | undefined)[] {
    return this.about(key)
      .of(key)
      .flatMap((one) => (one.kind === 'change' ? [one.key] : []));
  }
}
