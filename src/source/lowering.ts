import type { Edit, Node, Parser, Point as Position, Tree } from 'web-tree-sitter';
import { BlockBuilder } from './block';
import { type Before, type Healing, heal, type Lexis, unlooked } from './heal';
import { type Changed, lowerPieces, type Piece, type Pieces, StatementPieces, Unit } from './pieces';
import type { Change, Comment, Language, Program, Scope, StringExpr } from './program';
import { TextIndex } from './text-index';

export { MAX_DEPTH, Unit } from './pieces';

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

/** What is lowered and where to; replaced as a whole on edit. */
interface Holder {
  /** Of the text as it stands. */
  raw: Tree;
  text: string;
  /** What is lowered: the same, or the tree of a text whose open ends were mended. */
  tree: Tree;
  /** The text of `tree`; its offsets and line ends are those of the text, and it may be longer. */
  parsed: string;
  /** What looks at its open ends gave, since somebody first had to look. */
  healing?: Healing;
  readonly index: TextIndex;
  readonly scope: Scope;
  readonly module: BlockBuilder;
}

export class TreeProgram implements Program {
  private constructor(
    private readonly syntax: Syntax,
    private readonly holder: Holder,
    private readonly pieces: readonly Piece[],
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

  get index(): TextIndex {
    return this.holder.index;
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
    const plain = { tree: raw, parsed: text };
    const healing = healingOf(syntax, text, raw);
    const { tree, parsed } = mended(raw, healing, (mend) => read(parser, mend)) ?? plain;
    const scope: Scope = { kind: 'module', block: () => module };
    const module: BlockBuilder = new BlockBuilder(scope);
    const index = new TextIndex(text);
    return TreeProgram.lower(syntax, { raw, text, tree, parsed, healing, scope, module, index });
  }

  /** Lowers what the edit touched; other top-level statements keep their lowered form, shifted where needed. */
  update(parser: Parser, text: string, change: Change): TreeProgram {
    const { holder } = this;
    const before = { raw: holder.raw, tree: holder.tree };
    const raw = this.reread(parser, before.raw, text, change);
    const healing = healingOf(this.syntax, text, raw, holder.healing && { healing: holder.healing, change });
    // Between mended texts lies another edit than between the texts themselves.
    const mendedBy = healing?.text === undefined ? undefined : changeBetween(holder.parsed, healing.text);
    const other = mendedBy && mended(raw, healing, (parsed) => this.reread(parser, before.tree, parsed, mendedBy));
    const { tree, parsed } = other ?? { tree: raw, parsed: text };
    const unmended = (): Change => (before.tree === before.raw ? change : changeBetween(holder.parsed, text));
    const edit = other ? mendedBy : unmended();
    const old = this.edited(before.tree, parsed, edit);
    const ranges = old.getChangedRanges(tree);
    old.delete();
    release(before);
    Object.assign(holder, { raw, text, tree, parsed, healing });
    holder.index.update(text, change);
    return TreeProgram.lower(this.syntax, holder, { pieces: this.pieces, changed: { edit, ranges } });
  }

  /** Reads a text that one edit made of that of an earlier tree. */
  private reread(parser: Parser, earlier: Tree, text: string, change: Change): Tree {
    const old = this.edited(earlier, text, change);
    const tree = read(parser, text, old);
    old.delete();
    return tree;
  }

  /** A tree of this program made ready for a text that one edit made of its own. */
  private edited(earlier: Tree, text: string, change: Change): Tree {
    const { raw, text: own, parsed, index } = this.holder;
    const copy = earlier.copy();
    copy.edit(editOf(earlier === raw ? own : parsed, text, change, index.positionOf(change.start)));
    return copy;
  }

  private static lower(
    syntax: Syntax,
    holder: Holder,
    before?: { readonly pieces: readonly Piece[]; readonly changed: Changed },
  ): TreeProgram {
    const { module } = holder;
    const into: Pieces = new StatementPieces(module);
    const root = holder.tree.rootNode;
    const nodes = syntax.topLevel?.(root, holder.text) ?? root.namedChildren;
    const lower = (node: Node, unit: Unit): void => syntax.statement(node, module, unit);
    return new TreeProgram(syntax, holder, lowerPieces(nodes, { into, lower, holder, depth: 0 }, before));
  }
}

function release({ raw, tree }: Pick<Holder, 'raw' | 'tree'>): void {
  if (tree !== raw) tree.delete();
  raw.delete();
}

function healingOf({ lexis }: Syntax, text: string, raw: Tree, before?: Before): Healing | undefined {
  if (lexis && raw.rootNode.hasError) return heal(text, lexis, before);
  return before && unlooked(before);
}

/** The tree of the text with its open ends mended, where that leaves less unread. */
function mended(
  raw: Tree,
  healing: Healing | undefined,
  read: (text: string) => Tree,
): Pick<Holder, 'tree' | 'parsed'> | undefined {
  const parsed = healing?.text;
  if (parsed === undefined) return undefined;
  const tree = read(parsed);
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

function editOf(before: string, after: string, change: Change, startPosition: Position): Edit {
  const oldEndIndex = change.start + change.length;
  const newEndIndex = change.start + change.text.length;
  return {
    startIndex: change.start,
    oldEndIndex,
    newEndIndex,
    startPosition,
    oldEndPosition: positionFrom(startPosition, before, change.start, oldEndIndex),
    newEndPosition: positionFrom(startPosition, after, change.start, newEndIndex),
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
