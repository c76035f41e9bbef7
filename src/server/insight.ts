import { type CodeLens, type Hover, MarkupKind, type Position, type Range } from 'vscode-languageserver';
import type { Engine } from '../engine';
import type { Linted } from './linter';
import { useAsLine, useAsMarkdown } from './use-words';

/** What arrives at the client construction under the cursor. */
export function useHover(
  engine: Engine,
  { unit, findings }: Linted,
  uri: string,
  position: Position,
): Hover | undefined {
  for (const use of engine.uses(unit.uri)) {
    if (use.plane === 'other-oci') continue;
    const at = unit.place(use.call.callee.span);
    if (at?.uri !== uri || !contains(at.range, position)) continue;
    const { start, end } = use.call.span;
    const here = findings.filter(({ span }) => start <= span.start && span.end <= end);
    const messages = here.map(({ message }) => message);
    const value = useAsMarkdown(use, engine.operations(unit.uri).get(use) ?? [], messages);
    return { contents: { kind: MarkupKind.Markdown, value }, range: at.range };
  }
  return undefined;
}

/** One quiet line above each client construction. */
export function useLenses(engine: Engine, { unit }: Linted, uri: string): CodeLens[] {
  return engine.uses(unit.uri).flatMap((use) => {
    const at = use.plane === 'other-oci' ? undefined : unit.place(use.call.callee.span);
    return at?.uri === uri ? [{ range: at.range, command: { title: useAsLine(use), command: '' } }] : [];
  });
}

const contains = ({ start, end }: Range, { line, character }: Position): boolean =>
  (line > start.line || (line === start.line && character >= start.character)) &&
  (line < end.line || (line === end.line && character <= end.character));
