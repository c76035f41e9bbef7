import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CreateFile,
  type Diagnostic,
  type TextEdit as ProtocolTextEdit,
  type Range,
  TextDocumentEdit,
} from 'vscode-languageserver';
import { AFTER_FIX, KEEP_SECRET, type KeepParams } from '../advisor/repair-request';
import type { Engine, Finding, WorkspaceFiles } from '../engine';
import { automatic, compatible } from '../engine/repairs';
import { withLine } from '../machine/text-file';
import type { Fix, LineAddition, TextEdit } from '../rules/contract';
import { SOURCE } from './diagnostics';
import type { Linted } from './linter';
import { packageEdits } from './package-edits';

/** The editor's secret storage holds GenAI API keys. */
const KEPT_RULE = 'hardcoded-genai-key';

/** The extension's command; takes a rule. */
const FIX_WORKSPACE = 'principled.fixWorkspace';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.${SOURCE}`;

/** What the editor can do, and what it has. */
export interface Editing {
  readonly files: WorkspaceFiles;
  /** Whether an edit may make files. */
  readonly creates: boolean;
  /** Whether it knows the commands of this project's extension. */
  readonly commands: boolean;
}

/** The repairs of what stands in the range; computed here, when somebody asks, and not before. */
export function codeActions(
  engine: Engine,
  linted: Linted,
  { textDocument, range, context }: CodeActionParams,
  editing: Editing,
): CodeAction[] {
  const wanted = (kind: string): boolean =>
    !context.only || context.only.some((one) => kind === one || kind.startsWith(`${one}.`));
  const actions: CodeAction[] = [];
  if (wanted(CodeActionKind.QuickFix)) {
    for (const finding of linted.findings) {
      const at = linted.unit.place(finding.span);
      if (at?.uri !== textDocument.uri || !touches(at.range, range)) continue;
      const about = context.diagnostics.filter((one) => one.code === finding.rule && touches(one.range, at.range));
      actions.push(...quickFixes(engine, linted, finding, about, editing));
    }
  }
  if (wanted(FIX_ALL) && context.only) actions.push(...fixAll(engine, linted));
  return actions;
}

function quickFixes(
  engine: Engine,
  linted: Linted,
  finding: Finding,
  diagnostics: Diagnostic[],
  editing: Editing,
): CodeAction[] {
  const single = engine.fixes(linted.unit.uri, finding).flatMap((fix): CodeAction[] => {
    const changes = changesOf(linted, fix.edits);
    const additions = additionsOf(fix.additions ?? [], editing);
    const listed = fix.packages && packageEdits(fix.packages, linted.unit.uri, editing.files);
    const steps = editing.commands ? (fix.steps ?? []) : [];
    const untracks = steps.some(({ kind }) => kind === 'untrack');
    if (!changes || !additions || (changes.length + additions.length === 0 && !untracks)) return [];
    // Everything that it would add is there already: then the fix without additions says the same.
    if ((fix.additions && additions.length === 0 && !untracks) || (fix.packages && !listed)) return [];
    const documentChanges = [...changes, ...additions, ...(listed ? [listed] : [])];
    const { title, preferred: isPreferred } = fix;
    const after = steps.length > 0 ? { command: { title, command: AFTER_FIX, arguments: [steps] } } : {};
    const edit = documentChanges.length > 0 ? { edit: { documentChanges } } : {};
    return [{ title, kind: CodeActionKind.QuickFix, diagnostics, isPreferred, ...edit, ...after }];
  });
  const first = single.find(({ isPreferred }) => isPreferred);
  return [
    // One is preferred, of those that the editor can apply.
    ...single.map((one) => (one.isPreferred && one !== first ? { ...one, isPreferred: false } : one)),
    ...kept(engine, linted, finding, diagnostics, editing),
    ...allOfRule(engine, linted, finding, diagnostics, editing),
  ];
}

/**
 * A key that moves into the secret storage of the editor. Nothing here holds it: the extension reads it from its place in
 * the document when the command runs.
 */
function kept(
  engine: Engine,
  linted: Linted,
  finding: Finding,
  diagnostics: Diagnostic[],
  { commands }: Editing,
): CodeAction[] {
  const fix = engine.fixes(linted.unit.uri, finding).find(({ variable }) => variable !== undefined);
  const at = linted.unit.place(finding.span);
  const [change, more] = (fix && changesOf(linted, fix.edits)) ?? [];
  if (!commands || finding.rule !== KEPT_RULE || !fix?.variable || !at || !change || more) return [];
  const { variable: name } = fix;
  const given: KeepParams = {
    uri: at.uri,
    version: at.version,
    range: at.range,
    name,
    edits: change.edits as ProtocolTextEdit[],
  };
  const title = `Keep it in the editor’s secret storage and read it from ${name}`;
  return [
    { title, kind: CodeActionKind.QuickFix, diagnostics, command: { title, command: KEEP_SECRET, arguments: [given] } },
  ];
}

/** Every safe fix of one rule, where there are several. */
function allOfRule(
  engine: Engine,
  linted: Linted,
  finding: Finding,
  diagnostics: Diagnostic[],
  { commands }: Editing,
): CodeAction[] {
  // The others are not asked where this one has none.
  if (safeFixes(engine, linted, [finding]).length === 0) return [];
  const { rule } = finding;
  const same = linted.findings.filter((one) => one.rule === rule);
  const fixes = safeFixes(engine, linted, same);
  if (fixes.length === 0) return [];
  const kind = CodeActionKind.QuickFix;
  const documentChanges = fixes.length > 1 ? changesOf(linted, compatible(fixes).edits) : undefined;
  const inFile = `Fix all ${fixes.length} of ${rule} in this file`;
  const everywhere = `Fix all of ${rule} in the workspace`;
  return [
    ...(documentChanges ? [{ title: inFile, kind, diagnostics, edit: { documentChanges } }] : []),
    ...(commands
      ? [
          {
            title: everywhere,
            kind,
            diagnostics,
            command: { title: everywhere, command: FIX_WORKSPACE, arguments: [rule] },
          },
        ]
      : []),
  ];
}

const safeFixes = (engine: Engine, { unit }: Linted, findings: readonly Finding[]): Fix[] =>
  findings.flatMap((finding) => automatic(engine.fixes(unit.uri, finding), false) ?? []);

/** Only what is safe, and only where no choice is left. */
function fixAll(engine: Engine, linted: Linted): CodeAction[] {
  const fixes = safeFixes(engine, linted, linted.findings);
  const documentChanges = changesOf(linted, compatible(fixes).edits);
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

/** Lines that other files gain, unless they have them; undefined where one would have to be made and cannot be. */
function additionsOf(additions: readonly LineAddition[], { files, creates }: Editing) {
  const changes: (CreateFile | TextDocumentEdit)[] = [];
  for (const { uri, line } of additions) {
    const text = files.read(uri);
    if (text === undefined && !creates) return undefined;
    const newText = withLine(text ?? '', line).slice(text?.length ?? 0);
    if (newText === '') continue;
    if (text === undefined) changes.push(CreateFile.create(uri, { ignoreIfExists: true }));
    changes.push(TextDocumentEdit.create({ uri, version: null }, [{ range: endOf(text ?? ''), newText }]));
  }
  return changes;
}

/** Later lines of `.gitignore` win, so a new one stands last. */
function endOf(text: string): Range {
  const lines = text.split(/\r?\n/);
  const at = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  return { start: at, end: at };
}

function touches(a: Range, b: Range): boolean {
  return !before(a.end, b.start) && !before(b.end, a.start);
}

const before = (a: Range['start'], b: Range['start']): boolean =>
  a.line < b.line || (a.line === b.line && a.character < b.character);
