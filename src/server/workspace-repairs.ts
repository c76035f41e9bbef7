import { fileURLToPath, pathToFileURL } from 'node:url';
import type { CancellationToken, WorkspaceEdit } from 'vscode-languageserver';
import type { RepairParams } from '../advisor/repair-request';
import { type Engine, type Finding, tooLong, type WorkspaceFiles } from '../engine';
import { isNotebook, languageOf } from '../engine/languages';
import { repairText } from '../engine/repair-text';
import { automatic } from '../engine/repairs';
import { ownCode } from '../machine/own-code';
import type { Surroundings } from '../machine/surroundings';
import { readText } from '../machine/text-file';
import { filesUnder } from '../machine/walk';
import type { Fix } from '../rules/contract';
import { deploymentChanges, Seen } from './workspace-deployment';
import { type Changes, made, revised } from './workspace-edit';
import { listingsBeside, SharedFiles } from './workspace-packages';

interface Options extends RepairParams {
  readonly roots: readonly string[];
  /** One of its own: it forgets each file when it is done with it. */
  readonly engine: Engine;
  readonly surroundings: Surroundings;
  /** The files as the editor has them. */
  readonly files: Pick<WorkspaceFiles, 'read'>;
  /** What the editor has of a file, when it is open. */
  open(uri: string): { readonly text: string; readonly version: number } | undefined;
  /** A notebook in its own editor, which holds another form of the file. */
  isOpenNotebook(uri: string): boolean;
  readonly token: CancellationToken;
}

const SWITCH = 'switch';
const FILES = 'files';

const LABELS = { safe: 'Safe fixes', switch: 'Switch to principals' } as const;

/** What belongs to the switch though it changes no client: no key in an image. */
const PART_OF_SWITCH: ReadonlySet<string> = new Set(['image-with-oci-config']);

/** Every repair of a workspace as one edit, each change of it to be confirmed. Open notebooks are left to their editor. */
export async function repairWorkspace(options: Options): Promise<WorkspaceEdit> {
  const changes: Changes = [];
  const seen = new Seen();
  const shared = new SharedFiles(options.files);
  for await (const { file } of filesUnder(options.roots, () => {}, ownCode())) {
    if (options.token.isCancellationRequested) return {};
    const uri = pathToFileURL(file).href;
    seen.files.add(file);
    if (isNotebook(uri) ? options.isOpenNotebook(uri) : !languageOf(uri)) continue;
    const open = options.open(uri);
    const before = open?.text ?? (await readText(file).catch(() => undefined))?.text;
    if (before === undefined || tooLong(uri, before)) continue;
    const after = await repaired(options, { uri, file, text: before }, seen, shared);
    changes.push(...revised({ uri, before, after, version: open?.version }, SWITCH));
  }
  for (const { isNew, ...revision } of shared.revisions())
    changes.push(...(isNew ? made(fileURLToPath(revision.uri), revision.after, FILES) : revised(revision, FILES)));
  if (options.mode === 'switch' && changes.length > 0)
    changes.push(...(await deploymentChanges(options.roots, seen, FILES)));
  return {
    documentChanges: changes,
    changeAnnotations: {
      [SWITCH]: { label: LABELS[options.mode], needsConfirmation: true },
      [FILES]: { label: 'Files that a principal needs', needsConfirmation: true },
    },
  };
}

interface Document {
  readonly uri: string;
  readonly file: string;
  readonly text: string;
}

async function repaired(
  { engine, surroundings, mode, rule }: Options,
  { uri, file, text }: Document,
  seen: Seen,
  shared: SharedFiles,
): Promise<string> {
  try {
    const near = await surroundings.of(file);
    const choose = (fixes: readonly Fix[], finding: Finding): Fix | undefined => {
      if (rule !== undefined && finding.rule !== rule) return undefined;
      if (mode === 'safe') return automatic(fixes, false);
      const fix = automatic(PART_OF_SWITCH.has(finding.rule) ? fixes : switches(fixes), true);
      if (fix) shared.list(listingsBeside(fix, fixes), uri);
      return fix;
    };
    const result = await repairText(engine, { uri, text }, near, choose);
    for (const one of result.additions) shared.add(one);
    for (const { plane, endpoint } of engine.uses(uri)) {
      if (plane !== 'other-oci') seen.planes.add(plane);
      if (plane !== 'other-oci' && endpoint?.region) seen.regions.add(endpoint.region);
    }
    seen.add(near.evidence);
    return result.text;
  } catch {
    // A file that cannot be read has no repair.
    return text;
  } finally {
    engine.close(uri);
  }
}

const switches = (fixes: readonly Fix[]): readonly Fix[] => fixes.filter((fix) => fix.switches);
