import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { diffLines } from 'diff';
import type { AnnotatedTextEdit, CancellationToken, CreateFile, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { deployment } from '../advisor/deployment';
import { leastPrivilege } from '../advisor/policy';
import { asConsoleText, asTerraform } from '../advisor/policy-forms';
import type { RepairParams } from '../advisor/repair-request';
import { type Engine, type Finding, tooLong } from '../engine';
import { isNotebook, languageOf } from '../engine/languages';
import { repairText } from '../engine/repair-text';
import { automatic } from '../engine/repairs';
import type { Plane } from '../knowledge/plane';
import { WORKLOAD_FACTS, type Workload } from '../knowledge/workload';
import { standingPolicies } from '../machine/policies';
import type { Surroundings } from '../machine/surroundings';
import { readText } from '../machine/text-file';
import { filesUnder } from '../machine/walk';
import type { Fix } from '../rules/contract';

interface Options extends RepairParams {
  readonly roots: readonly string[];
  /** One of its own: it forgets each file when it is done with it. */
  readonly engine: Engine;
  readonly surroundings: Surroundings;
  /** What the editor has of a file, when it is open. */
  open(uri: string): { readonly text: string; readonly version: number } | undefined;
  readonly token: CancellationToken;
}

const SWITCH = 'switch';
const FILES = 'files';

type Changes = NonNullable<WorkspaceEdit['documentChanges']>;

/** Every repair of a workspace as one edit, each change of it to be confirmed. Notebooks are left to their own editor. */
export async function repairWorkspace(options: Options): Promise<WorkspaceEdit> {
  const changes: Changes = [];
  const found = new Found();
  for await (const { file } of filesUnder(options.roots, () => {})) {
    if (options.token.isCancellationRequested) return {};
    const uri = pathToFileURL(file).href;
    found.names.add(file);
    if (isNotebook(uri) || !languageOf(uri)) continue;
    const open = options.open(uri);
    const text = open?.text ?? (await readText(file).catch(() => undefined))?.text;
    if (text === undefined || tooLong(uri, text)) continue;
    const edits = await repairs(options, uri, file, text, found);
    if (edits.length > 0) changes.push({ textDocument: { uri, version: open?.version ?? null }, edits });
  }
  if (options.mode === 'switch' && changes.length > 0) changes.push(...(await around(options, found)));
  return {
    documentChanges: changes,
    changeAnnotations: {
      [SWITCH]: { label: LABELS[options.mode], needsConfirmation: true },
      [FILES]: { label: 'Files that a principal needs', needsConfirmation: true },
    },
  };
}

const LABELS = { safe: 'Safe fixes', switch: 'Switch to principals' } as const;

/** What the walk saw on its way. */
class Found {
  readonly names = new Set<string>();
  readonly planes = new Set<Plane>();
  readonly workloads = new Set<Workload>();
}

async function repairs(
  { engine, surroundings, mode, rule }: Options,
  uri: string,
  file: string,
  text: string,
  found: Found,
): Promise<AnnotatedTextEdit[]> {
  try {
    const near = await surroundings.of(file);
    const choose = (fixes: readonly Fix[], finding: Finding): Fix | undefined => {
      if (rule !== undefined && finding.rule !== rule) return undefined;
      return mode === 'safe' ? automatic(fixes, false) : automatic(switches(fixes), true);
    };
    const repaired = await repairText(engine, { uri, text }, near, choose);
    for (const { plane } of engine.uses(uri)) if (plane !== 'other-oci') found.planes.add(plane);
    for (const one of near.evidence) if (one.certain) found.workloads.add(one.workload);
    return hunks(uri, text, repaired.text);
  } catch {
    // A file that cannot be read has no repair.
    return [];
  } finally {
    engine.close(uri);
  }
}

const switches = (fixes: readonly Fix[]): readonly Fix[] => fixes.filter((fix) => fix.switches);

/** The lines that differ, each run of them as one edit. */
export function hunks(uri: string, before: string, after: string): AnnotatedTextEdit[] {
  if (before === after) return [];
  const document = TextDocument.create(uri, '', 0, before);
  const edits: AnnotatedTextEdit[] = [];
  let at = 0;
  let pending: { start: number; end: number; text: string } | undefined;
  const flush = (): void => {
    if (!pending) return;
    const range = { start: document.positionAt(pending.start), end: document.positionAt(pending.end) };
    edits.push({ range, newText: pending.text, annotationId: SWITCH });
    pending = undefined;
  };
  for (const { value, added, removed } of diffLines(before, after)) {
    if (!added && !removed) flush();
    else pending ??= { start: at, end: at, text: '' };
    if (added && pending) pending.text += value;
    if (added) continue;
    at += value.length;
    if (removed && pending) pending.end = at;
  }
  flush();
  return edits;
}

/** The policy that the principal needs, and what keeps keys out of its image, where the workspace has neither. */
async function around({ roots }: Options, { names, planes, workloads }: Found): Promise<Changes> {
  const [root] = roots;
  if (root === undefined) return [];
  const changes: Changes = [];
  const [workload, other] = workloads;
  const place = other === undefined ? workload : undefined;
  if (planes.size > 0 && (await standingPolicies(roots)).length === 0) {
    const least = leastPrivilege(
      [...planes].map((plane) => ({ plane, operations: [] })),
      { place: place ?? 'compute' },
    );
    const terraform = [...names].find((name) => name.endsWith('.tf'));
    if (least.statements.length > 0) {
      const file = path.join(
        terraform ? path.dirname(terraform) : root,
        `oci-genai-policy.${terraform ? 'tf' : 'txt'}`,
      );
      changes.push(...made(file, terraform ? asTerraform(least) : asConsoleText(least)));
    }
  }
  const hasImage = [...names].some((name) => path.basename(name) === 'Dockerfile' && path.dirname(name) === root);
  for (const piece of place ? deployment(place, WORKLOAD_FACTS[place].principal) : []) {
    const file = path.join(root, piece.file);
    if (piece.file === '.dockerignore' && hasImage && !names.has(file)) changes.push(...made(file, piece.text));
  }
  return changes;
}

function made(file: string, text: string): Changes {
  const uri = pathToFileURL(file).href;
  const create: CreateFile = { kind: 'create', uri, options: { ignoreIfExists: true }, annotationId: FILES };
  const at = { line: 0, character: 0 };
  const edits: AnnotatedTextEdit[] = [{ range: { start: at, end: at }, newText: text, annotationId: FILES }];
  return [create, { textDocument: { uri, version: null }, edits }];
}
