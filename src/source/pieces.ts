import type { Node, Tree } from 'web-tree-sitter';
import { BlockBuilder, touchedNames } from './block';
import type { Block, Change, Scope, Span } from './program';

/** Syntax nests at most this deep for us; what is deeper stays unknown (a parser's test file nests 10,000 levels). */
export const MAX_DEPTH = 150;

/** The tree that lazily lowered bodies read from. */
interface Source {
  readonly tree: Tree;
  readonly text: string;
}

/** Where the lowered pieces of a file or a class go: emptied and filled again after an edit. */
export interface Pieces {
  clear(): void;
  /** Runs what lowers one piece; gives what adds the same once more. */
  record(lower: () => void): Recorded;
}

interface Recorded {
  /** Adds what was lowered again, at its new place. */
  again(): void;
  /** What other pieces were lowered by: while it stays as it was they may stay. */
  readonly declares: string;
}

/** How the nodes of one level are lowered, and into what. */
interface Level {
  readonly into: Pieces;
  readonly lower: (node: Node, unit: Unit) => void;
  readonly holder: Source;
  readonly depth: number;
}

/** An edit and the places at which the tree is another than before, the latter in the text after it. */
export interface Changed {
  readonly edit: Change;
  readonly ranges: readonly { readonly startIndex: number; readonly endIndex: number }[];
}

/**
 * A top-level statement or a member of a class with all spans that were made for it, so that an edit before it shifts
 * them instead of lowering it anew.
 */
export class Piece {
  readonly spans: Span[] = [];
  recorded: Recorded = { again: () => {}, declares: '' };
  /** Of a class: an edit of one member leaves the others as they are. */
  members?: Members;

  constructor(
    public start: number,
    public end: number,
    readonly type: string,
  ) {}

  isOf(node: Node): boolean {
    return this.start === node.startIndex && this.end === node.endIndex && this.type === node.type;
  }

  touches(start: number, end: number): boolean {
    return this.start <= end && this.end >= start;
  }

  shift(delta: number): void {
    if (delta === 0) return;
    this.start += delta;
    this.end += delta;
    for (const span of this.spans) {
      span.start += delta;
      span.end += delta;
    }
    for (const piece of this.members?.pieces ?? []) piece.shift(delta);
  }

  /** Makes room for an edit among its members. */
  grow({ start, length, text }: Change): void {
    const delta = text.length - length;
    this.end += delta;
    for (const span of this.spans) {
      if (span.start >= start + length) span.start += delta;
      if (span.end >= start + length) span.end += delta;
    }
  }
}

/** The members of a class that is a piece of its own. */
export class Members {
  pieces: readonly Piece[] = [];

  constructor(
    /** Of the brackets around them and what they hold. */
    readonly body: Span,
    private readonly list: (node: Node) => readonly Node[],
    private readonly level: Level,
  ) {}

  /** Whether an edit lies between the brackets. */
  holds(start: number, end: number): boolean {
    return this.body.start < start && end < this.body.end;
  }

  fill(node: Node, changed?: Changed): void {
    this.level.into.clear();
    const before = changed && { pieces: this.pieces, changed };
    this.pieces = lowerPieces(this.list(node), this.level, before);
  }
}

/** Lowers nodes one by one; of those from before an edit only what it touched is lowered anew. */
export function lowerPieces(
  nodes: readonly Node[],
  level: Level,
  before?: { readonly pieces: readonly Piece[]; readonly changed: Changed },
): Piece[] {
  if (!before) {
    level.into.clear();
    return nodes.map((node) => fresh(node, level));
  }
  const { changed } = before;
  const left = untouched(before.pieces, changed);
  const kept = new Map(left.map((piece) => [piece.start, piece]));
  const stay = new Set<Piece>();
  const come: Piece[] = [];
  level.into.clear();
  const pieces = nodes.map((node) => {
    const piece = kept.get(node.startIndex);
    if (piece?.isOf(node)) {
      stay.add(piece);
      if (piece.members && changed.edit.start > piece.start && changed.edit.start < piece.end)
        piece.members.fill(node, changed);
      piece.recorded.again();
      return piece;
    }
    const made = fresh(node, level);
    come.push(made);
    return made;
  });
  const gone = before.pieces.filter((one) => !stay.has(one));
  return declared(come) === declared(gone) ? pieces : lowerPieces(nodes, level);
}

const declared = (pieces: readonly Piece[]): string =>
  pieces
    .map(({ recorded }) => recorded.declares)
    .filter((one) => one !== '')
    .join('\n');

function fresh(node: Node, { into, lower, holder, depth }: Level): Piece {
  const piece = new Piece(node.startIndex, node.endIndex, node.type);
  const unit = new Unit(holder, piece);
  unit.depth = depth;
  piece.recorded = into.record(() => lower(node, unit));
  return piece;
}

/** Pieces that end before the edit or start after it, the latter shifted, and the class among whose members it lies. */
function untouched(pieces: readonly Piece[], { edit, ranges }: Changed): Piece[] {
  const end = edit.start + edit.length;
  const delta = edit.text.length - edit.length;
  const kept: Piece[] = [];
  for (const piece of pieces) {
    if (piece.end < edit.start || piece.start > end) {
      if (piece.start > end) piece.shift(delta);
      if (!ranges.some((range) => piece.touches(range.startIndex, range.endIndex))) kept.push(piece);
    } else if (piece.members?.holds(edit.start, end)) {
      piece.grow(edit);
      const { members } = piece;
      const around = ranges.filter((range) => piece.touches(range.startIndex, range.endIndex));
      if (around.every((range) => members.holds(range.startIndex, range.endIndex))) kept.push(piece);
    }
  }
  return kept;
}

/** Statements of a file. */
export class StatementPieces implements Pieces {
  constructor(private readonly block: BlockBuilder) {}

  clear(): void {
    this.block.clear();
  }

  record(lower: () => void): Recorded {
    const { block } = this;
    const first = block.stmts.length;
    const { exits } = block;
    block.exits = false;
    lower();
    const here = block.exits;
    block.exits ||= exits;
    const added = block.stmts.slice(first).map((stmt) => ({ stmt, names: touchedNames(stmt) }));
    const again = (): void => {
      for (const { stmt, names } of added) block.addAgain(stmt, names);
      block.exits ||= here;
    };
    return { again, declares: '' };
  }
}

/** What lowering needs to know of the piece it is in: text, spans, depth, and a way back to a node later. */
export class Unit {
  depth = 0;

  constructor(
    private readonly holder: Source,
    private readonly piece = new Piece(0, 0, ''),
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
    this.piece.spans.push(span);
    return span;
  }

  /**
   * Lowers the members of a class, which `list` finds in its node, after what its head gave `into`. Where the class is
   * a piece of its own they are pieces of it.
   */
  members(
    node: Node,
    body: Node,
    into: Pieces,
    list: (node: Node) => readonly Node[],
    lower: (node: Node, unit: Unit) => void,
  ): void {
    const { piece, holder, depth } = this;
    if (!piece.isOf(node) || piece.members) {
      for (const one of list(node)) lower(one, this);
      return;
    }
    piece.members = new Members(this.span(body), list, { into, lower, holder, depth });
    piece.members.fill(node);
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
