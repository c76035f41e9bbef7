import { BlockBuilder } from '../block';
import type { Change, Comment, Expr, FrontEnd, Language, Program, Scope, Stmt, StringExpr } from '../program';
import { TextIndex } from '../text-index';
import { stringsIn } from './nodes';

/** What a reader of one format finds in a text. */
export interface Reading {
  readonly stmts: readonly Stmt[];
  /** Texts that no statement holds, such as those of a format without structure. */
  readonly strings?: readonly StringExpr[];
  readonly broken?: boolean;
}

/** One data format: how its text becomes statements. Neither function may rely on the text being well-formed. */
export interface DataFormat {
  readonly language: Language;
  read(text: string): Reading;
  comments(text: string): readonly Comment[];
}

/** A data file as a module: its records are values, its assignments binds. */
class DataProgram implements Program {
  readonly module: Scope;
  readonly broken: boolean;
  readonly index: TextIndex;
  private listed: readonly StringExpr[] | undefined;

  constructor(
    private readonly format: DataFormat,
    readonly text: string,
    private readonly reading: Reading,
  ) {
    const scope: Scope = { kind: 'module', block: () => block };
    const block: BlockBuilder = new BlockBuilder(scope);
    for (const stmt of reading.stmts) block.add(stmt);
    this.module = scope;
    this.index = new TextIndex(text);
    this.broken = reading.broken ?? false;
  }

  get language(): Language {
    return this.format.language;
  }

  strings(): readonly StringExpr[] {
    this.listed ??= [...(this.reading.strings ?? []), ...stringsIn(this.reading.stmts)];
    return this.listed;
  }

  comments(): readonly Comment[] {
    return this.format.comments(this.text);
  }

  dispose(): void {
    this.listed = undefined;
  }
}

/** A front end for a data format. What a parser cannot take (too deep, malformed beyond its patience) is a broken file. */
export function dataFrontEnd(format: DataFormat): FrontEnd {
  const parse = (text: string): Program => new DataProgram(format, text, safely(format, text));
  return { parse, update: (_program: Program, text: string, _change: Change) => parse(text) };
}

function safely(format: DataFormat, text: string): Reading {
  try {
    return format.read(text);
  } catch {
    return { stmts: [], broken: true };
  }
}

/** A file that is one value binds `exports`, as a module that is one value does. */
export function exported(value: Expr): Stmt {
  return { k: 'bind', span: value.span, target: { k: 'name', name: 'exports', span: value.span }, value };
}
