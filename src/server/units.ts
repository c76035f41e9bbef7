import { fileURLToPath } from 'node:url';
import type { Range } from 'vscode-languageserver';
import { type Engine, type Finding, type Surroundings, tooLong } from '../engine';
import type { Cell } from '../source/notebook';
import type { Span } from '../source/program';
import type { OpenDocument } from './open-document';

/** A place of the editor's. */
export interface Located {
  readonly uri: string;
  readonly version: number;
  readonly range: Range;
}

/** What is linted as one piece: a document, or the cells of a notebook in their order. */
export interface Unit {
  readonly uri: string;
  /** Every document that gets diagnostics, with its version. */
  readonly documents: readonly OpenDocument[];
  readonly tooLarge: boolean;
  lint(engine: Engine, around: Surroundings): Promise<readonly Finding[]>;
  /** Turns offsets of the piece into a place. */
  place(span: Span): Located | undefined;
}

/** The file behind a URI; undefined for what lies nowhere on this machine. */
export function fileOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

export function documentUnit(document: OpenDocument): Unit {
  const { uri } = document;
  return {
    uri,
    documents: [document],
    get tooLarge() {
      return tooLong(uri, document.text);
    },
    lint(engine, around) {
      const change = document.takeChange();
      const input = { uri, text: document.text, languageId: document.languageId };
      return change ? engine.update(input, change, around) : engine.lint(input, around);
    },
    place: (span) => ({ uri, version: document.version, range: rangeIn(document, span, 0) }),
  };
}

/** Cells hold one language each; those of another one are no part of the program. */
export function notebookUnit(
  uri: string,
  cells: readonly { document: OpenDocument; index: number }[],
  language: string,
): Unit {
  return {
    uri,
    documents: cells.map(({ document }) => document),
    tooLarge: false,
    lint(engine, around) {
      const code: Cell[] = cells.map(({ document, index }) => ({ text: document.text, index }));
      return engine.lintCells(uri, code, language, around);
    },
    place(span) {
      // The engine joins cells with one line break each.
      let start = 0;
      for (const { document } of cells) {
        const end = start + document.text.length;
        if (span.start <= end)
          return { uri: document.uri, version: document.version, range: rangeIn(document, span, start) };
        start = end + 1;
      }
      return undefined;
    },
  };
}

const rangeIn = (document: OpenDocument, { start, end }: Span, base: number): Range => ({
  start: document.positionAt(start - base),
  end: document.positionAt(end - base),
});
