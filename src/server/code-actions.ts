import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type Range,
  type TextDocumentEdit,
} from 'vscode-languageserver';
import type { Engine, Finding } from '../engine';
import { automatic, compatible } from '../engine/repairs';
import type { Fix, TextEdit } from '../rules/contract';
import { SOURCE } from './diagnostics';
import type { Linted } from './linter';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.${SOURCE}`;

/** The repairs of what stands in the range; computed here, when somebody asks, and not before. */
export function codeActions(
  engine: Engine,
  linted: Linted,
  { textDocument, range, context }: CodeActionParams,
): CodeAction[] {
  const wanted = (kind: string): boolean =>
    !context.only || context.only.some((one) => kind === one || kind.startsWith(`${one}.`));
  const actions: CodeAction[] = [];
  if (wanted(CodeActionKind.QuickFix)) {
    for (const finding of linted.findings) {
      const at = linted.unit.place(finding.span);
      if (at?.uri !== textDocument.uri || !touches(at.range, range)) continue;
      const about = context.diagnostics.filter((one) => one.code === finding.rule && touches(one.range, at.range));
      actions.push(...quickFixes(engine, linted, finding, about));
    }
  }
  if (wanted(FIX_ALL) && context.only) actions.push(...fixAll(engine, linted));
  return actions;
}

function quickFixes(engine: Engine, linted: Linted, finding: Finding, diagnostics: Diagnostic[]): CodeAction[] {
  return engine.fixes(linted.unit.uri, finding).flatMap((fix): CodeAction[] => {
    const documentChanges = changesOf(linted, fix.edits);
    if (!documentChanges) return [];
    const { title, preferred: isPreferred } = fix;
    return [{ title, kind: CodeActionKind.QuickFix, diagnostics, isPreferred, edit: { documentChanges } }];
  });
}

/** Only what is safe, and only where no choice is left. */
function fixAll(engine: Engine, linted: Linted): CodeAction[] {
  const fixes = linted.findings.flatMap((finding): Fix[] => {
    const fix = automatic(engine.fixes(linted.unit.uri, finding), false);
    return fix ? [fix] : [];
  });
  const documentChanges = changesOf(linted, compatible(fixes));
  if (!documentChanges || documentChanges.length === 0) return [];
  return [
    { title: 'Apply all safe fixes for OCI Generative AI authentication', kind: FIX_ALL, edit: { documentChanges } },
  ];
}

/** Undefined when an edit has no place in the editor: half a fix is none. */
function changesOf({ unit }: Linted, edits: readonly TextEdit[]): TextDocumentEdit[] | undefined {
  const changes = new Map<string, TextDocumentEdit>();
  for (const { uri, span, text } of edits) {
    const at = uri === undefined || uri === unit.uri ? unit.place(span) : undefined;
    if (!at) return undefined;
    const change = changes.get(at.uri) ?? { textDocument: { uri: at.uri, version: at.version }, edits: [] };
    change.edits.push({ range: at.range, newText: text });
    changes.set(at.uri, change);
  }
  return [...changes.values()];
}

function touches(a: Range, b: Range): boolean {
  return !before(a.end, b.start) && !before(b.end, a.start);
}

const before = (a: Range['start'], b: Range['start']): boolean =>
  a.line < b.line || (a.line === b.line && a.character < b.character);
