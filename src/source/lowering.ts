import type { Edit, Node, Parser, Point as Position, Tree } from 'web-tree-sitter';
import { BlockBuilder, touchedNames } from './block';
import { healed, type Lexis } from './heal';
import type { Block, Change, Comment, Language, Program, Scope, Span, Stmt, StringExpr } from './program';

/** Syntax nests at most this deep for us; what is deeper stays unknown (a parser's test file nests 10,000 levels). */
export const MAX_DEPTH = 150;

/** What one language adds: how its nodes become statements. Stateless; all state of a file is in the `Unit`. */
export interface Syntax {
  readonly language: Language;
  /** Lowers one top-level node into `block`; called for `ERROR` nodes too, whose children may still be readable. */
  statement(node: Node, block: BlockBuilder, unit: Unit): void;
  /** The top-level nodes in the order in which they take effect, where that is not simply the root's children. */
  topLevel?(root: Node, text: string): readonly Node[];
  /** Every string literal of the tree, adjacent literals and concatenations joined. */
  strings(root: Node, unit: Unit): StringExpr[];
  comments(root: Node, unit: Unit): Comment[];
  /** For code that is half typed; without it the parser's own recovery has to do. */
  readonly lexis?: Lexis;
}

/** The tree that lazily lowered bodies read from; replaced as a whole on edit. */
interface Holder {
  /** Of the text as it stands. */
  raw: Tree;
  /** What is lowered: the same, or the tree of a text whose open ends were mended. */
  tree: Tree;
  text: string;
  /** The text of `tree`; its offsets are those of the text, and it may be longer. */
  parsed: string;
  readonly scope: Scope;
  readonly module: BlockBuilder;
}

/**
 * A top-level statement with all spans that were made for it, so that an edit before it shifts them instead of
 * lowering it anew.
 */
class Chunk {
  readonly spans: Span[] = [];
  readonly stmts: { readonly stmt: Stmt; readonly names: ReadonlySet<string> }[] = [];
  /** Nothing after it runs. */
  exits = false;

  constructor(
    public start: number,
    public end: number,
    readonly type: string,
  ) {}

  shift(delta: number): void {
    this.start += delta;
    this.end += delta;
    for (const span of this.spans) {
      span.start += delta;
      span.end += delta;
    }
  }

  /** Adds the kept statements to the module again, at their new indexes. */
  replay(module: BlockBuilder): void {
    for (const { stmt, names } of this.stmts) {
      const index = module.stmts.length;
      if (stmt.k === 'branch') {
        for (const arm of stmt.arms) (arm.block.parent as { index: number }).index = index;
      }
      module.add(stmt, names);
    }
    if (this.exits) module.exits = true;
  }
}

/** What lowering needs to know of the statement it is in: text, spans, depth, and a way back to a node later. */
export class Unit {
  depth = 0;

  constructor(
    private readonly holder: Pick<Holder, 'tree' | 'text'>,
    private readonly spans: Span[] = [],
  ) {}

  get text(): string {
    return this.holder.text;
  }

  textOf(node: Node): string {
    return this.holder.text.slice(node.startIndex, node.endIndex);
  }

  span(node: Node): Span {
    return this.range(node.startIndex, node.endIndex);
  }

  /** Brackets that were closed for the user stand behind the end. */
  range(start: number, end: number): Span {
    const { length } = this.holder.text;
    const span = { start: Math.min(start, length), end: Math.min(end, length) };
    this.spans.push(span);
    return span;
  }

  /** A block that is lowered when somebody asks. It finds its node again by place, since an edit may have moved it. */
  lazyBlock(node: Node, scope: () => Scope, lower: (node: Node, block: BlockBuilder) => void): () => Block {
    const at = this.span(node);
    const { type } = node;
    // Bodies count as deep as they stand, or functions nested 10,000 deep would be entered one by one.
    const level = this.depth;
    let block: BlockBuilder | undefined;
    return () => {
      if (block) return block;
      block = new BlockBuilder(scope());
      const found = this.nodeAt(at, type);
      if (found) {
        const { depth } = this;
        this.depth = level;
        lower(found, block);
        this.depth = depth;
      }
      return block;
    };
  }

  private nodeAt(at: Span, type: string): Node | undefined {
    const { length } = this.holder.text;
    const endOf = (one: Node): number => Math.min(one.endIndex, length);
    let node: Node | null = this.holder.tree.rootNode.descendantForIndex(at.start, at.end);
    while (node && !(node.type === type && node.startIndex === at.start && endOf(node) === at.end)) {
      if (node.startIndex < at.start || endOf(node) > at.end) return undefined;
      node = node.parent;
    }
    return node ?? undefined;
  }
}

export class TreeProgram implements Program {
  private constructor(
    private readonly syntax: Syntax,
    private readonly holder: Holder,
    private readonly chunks: readonly Chunk[],
  ) {}

  get language(): Language {
    return this.syntax.language;
  }

  get text(): string {
    return this.holder.text;
  }

  get module(): Scope {
    return this.holder.scope;
  }

  get broken(): boolean {
    return this.holder.raw.rootNode.hasError;
  }

  strings(): readonly StringExpr[] {
    return this.syntax.strings(this.holder.raw.rootNode, new Unit(this.holder));
  }

  comments(): readonly Comment[] {
    return this.syntax.comments(this.holder.raw.rootNode, new Unit(this.holder));
  }

  dispose(): void {
    release(this.holder);
  }

  static parse(syntax: Syntax, parser: Parser, text: string): TreeProgram {
    const raw = read(parser, text);
    const { tree, parsed } = mended(syntax, parser, text, raw) ?? { tree: raw, parsed: text };
    const scope: Scope = { kind: 'module', block: () => module };
    const module: BlockBuilder = new BlockBuilder(scope);
    return TreeProgram.lower(syntax, { raw, tree, text, parsed, scope, module }, []);
  }

  /** Lowers what the edit touched; other top-level statements keep their lowered form, shifted where needed. */
  update(parser: Parser, text: string, change: Change): TreeProgram {
    const { holder } = this;
    const before = { raw: holder.raw, tree: holder.tree };
    const earlier = holder.raw.copy();
    earlier.edit(editOf(holder.text, text, change));
    const raw = read(parser, text, earlier);
    earlier.delete();
    // Between mended texts lies another edit than between the texts themselves.
    const wasPlain = holder.tree === holder.raw;
    const other = mended(this.syntax, parser, text, raw, wasPlain ? undefined : holder);
    const { tree, parsed } = other ?? { tree: raw, parsed: text };
    const edit = wasPlain && !other ? change : changeBetween(holder.parsed, parsed);
    const old = holder.tree.copy();
    old.edit(editOf(holder.parsed, parsed, edit));
    const changed = old.getChangedRanges(tree);
    old.delete();
    release(before);
    const kept = this.untouched(edit).filter(
      (chunk) => !changed.some((range) => chunk.start <= range.endIndex && chunk.end >= range.startIndex),
    );
    Object.assign(holder, { raw, tree, text, parsed });
    holder.module.clear();
    return TreeProgram.lower(this.syntax, holder, kept);
  }

  /** Chunks that end before the edit or start after it, the latter shifted. */
  private untouched(change: Change): Chunk[] {
    const delta = change.text.length - change.length;
    const kept: Chunk[] = [];
    for (const chunk of this.chunks) {
      if (chunk.end < change.start) {
        kept.push(chunk);
      } else if (chunk.start > change.start + change.length) {
        if (delta !== 0) chunk.shift(delta);
        kept.push(chunk);
      }
    }
    return kept;
  }

  private static lower(syntax: Syntax, holder: Holder, kept: readonly Chunk[]): TreeProgram {
    const known = new Map(kept.map((chunk) => [chunk.start, chunk]));
    const chunks: Chunk[] = [];
    const root = holder.tree.rootNode;
    for (const node of syntax.topLevel?.(root, holder.text) ?? root.namedChildren) {
      let chunk = known.get(node.startIndex);
      if (chunk && chunk.type === node.type && chunk.end === node.endIndex) {
        chunk.replay(holder.module);
      } else {
        chunk = new Chunk(node.startIndex, node.endIndex, node.type);
        const { module } = holder;
        const first = module.stmts.length;
        const { exits } = module;
        module.exits = false;
        syntax.statement(node, module, new Unit(holder, chunk.spans));
        chunk.exits = module.exits;
        module.exits ||= exits;
        for (const stmt of module.stmts.slice(first)) chunk.stmts.push({ stmt, names: touchedNames(stmt) });
      }
      chunks.push(chunk);
    }
    return new TreeProgram(syntax, holder, chunks);
  }
}

function release({ raw, tree }: Pick<Holder, 'raw' | 'tree'>): void {
  if (tree !== raw) tree.delete();
  raw.delete();
}

/** The tree of the text with its open ends mended, where that leaves less unread. */
function mended(
  { lexis }: Syntax,
  parser: Parser,
  text: string,
  raw: Tree,
  before?: Pick<Holder, 'tree' | 'parsed'>,
): Pick<Holder, 'tree' | 'parsed'> | undefined {
  if (!lexis || !raw.rootNode.hasError) return undefined;
  const parsed = healed(text, lexis);
  if (parsed === undefined) return undefined;
  const old = before?.tree.copy();
  if (before) old?.edit(editOf(before.parsed, parsed, changeBetween(before.parsed, parsed)));
  const tree = read(parser, parsed, old);
  old?.delete();
  if (!tree.rootNode.hasError || unread(tree) < unread(raw)) return { tree, parsed };
  tree.delete();
  return undefined;
}

/** How many characters the parser could make nothing of. */
function unread(tree: Tree): number {
  return tree.rootNode
    .descendantsOfType('ERROR')
    .reduce((sum, { startIndex, endIndex }) => sum + endIndex - startIndex, 0);
}

/** The one edit that turns a text into another. */
function changeBetween(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let same = 0;
  while (
    same < shorter - start &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  )
    same += 1;
  return { start, length: before.length - start - same, text: after.slice(start, after.length - same) };
}

function read(parser: Parser, text: string, old?: Tree): Tree {
  const tree = parser.parse(text, old);
  if (!tree) throw new Error('the parser gave no tree');
  return tree;
}

function editOf(before: string, after: string, change: Change): Edit {
  const oldEndIndex = change.start + change.length;
  const newEndIndex = change.start + change.text.length;
  const start = positionFrom({ row: 0, column: 0 }, before, 0, change.start);
  return {
    startIndex: change.start,
    oldEndIndex,
    newEndIndex,
    startPosition: start,
    oldEndPosition: positionFrom(start, before, change.start, oldEndIndex),
    newEndPosition: positionFrom(start, after, change.start, newEndIndex),
  } as Edit;
}

/** Row and column, as tree-sitter counts them, of an offset behind one whose position is known. */
function positionFrom(known: Position, text: string, from: number, index: number): Position {
  let { row } = known;
  let lineStart = from - known.column;
  for (let at = text.indexOf('\n', from); at >= 0 && at < index; at = text.indexOf('\n', at + 1)) {
    row += 1;
    lineStart = at + 1;
  }
  return { row, column: index - lineStart };
}
