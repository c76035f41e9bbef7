import path from 'node:path';
import { pathToFileURL } from 'node:url';
import ignore from 'ignore';
import { createEngine, type Engine, type Finding, type LineRange } from '../../engine';
import { isNotebook, languageOf, mayBeCredential } from '../../engine/languages';
import { Lines } from '../../engine/lines';
import { GitIgnore } from '../../machine/git-tree';
import { grammarsIn } from '../../machine/grammar-files';
import { Surroundings } from '../../machine/surroundings';
import { readText } from '../../machine/text-file';
import { TrackedFiles } from '../../machine/tracked-files';
import { filesUnder } from '../../machine/walk';
import { DiskFiles } from '../../machine/workspace-files';
import type { Span } from '../../source/program';
import { diagnosticOf } from '../diagnostics';
import type { PassJob, PassMessage } from './job';

/** A larger workspace is looked at so far and no further. */
const MAX_FILES = 20_000;
/** How many files pass between two words about the progress. */
const STEP = 50;

export interface PassTools {
  readonly grammars: string;
  page(rule: string): string;
  tell(message: PassMessage): void;
}

/** Lints files from disk, one after the other, and keeps nothing of them. */
export async function lintUnopened(job: PassJob, tools: PassTools): Promise<void> {
  const engine = createEngine({ grammars: grammarsIn(tools.grammars), files: new DiskFiles() });
  const surroundings = new Surroundings(job);
  const files = job.files ? await chosen(job, job.files) : await everything(job);
  for (const [done, file] of files.entries()) {
    if (done % STEP === 0) tools.tell({ kind: 'progress', done, total: files.length });
    tools.tell(await lintFile(engine, surroundings, file, tools.page));
  }
  tools.tell({ kind: 'end' });
}

async function lintFile(
  engine: Engine,
  surroundings: Surroundings,
  file: string,
  page: PassTools['page'],
): Promise<PassMessage> {
  const uri = pathToFileURL(file).href;
  try {
    const text = (await readText(file))?.text;
    if (text === undefined) return { kind: 'gone', uri };
    const findings = await engine.lint({ uri, text }, await surroundings.of(file));
    const diagnostics = diagnosticsOf(uri, text, findings, page);
    return { kind: 'linted', uri, diagnostics, modules: engine.modulesOf(uri) };
  } catch {
    // What cannot be read now is linted when somebody opens it.
    return { kind: 'gone', uri };
  } finally {
    engine.close(uri);
  }
}

function diagnosticsOf(
  uri: string,
  text: string,
  findings: readonly Finding[],
  page: PassTools['page'],
): ReturnType<typeof diagnosticOf>[] {
  if (findings.length === 0) return [];
  const lines = new Lines(text);
  const range = (span: Span): LineRange => lines.rangeOf(span);
  return findings.map((finding) =>
    diagnosticOf(
      finding,
      range(finding.span),
      (at, span) => (at === uri ? { uri, range: range(span) } : undefined),
      page,
    ),
  );
}

const worthReading = (file: string): boolean => {
  const uri = pathToFileURL(file).href;
  return isNotebook(uri) || languageOf(uri) !== undefined || mayBeCredential(uri);
};

async function everything(job: PassJob): Promise<string[]> {
  const wanted = wantedIn(job);
  const found: string[] = [];
  for await (const { file } of filesUnder(job.roots, () => {}, wanted)) {
    if (!worthReading(file)) continue;
    found.push(file);
    if (found.length >= MAX_FILES) break;
  }
  return found;
}

async function chosen(job: PassJob, files: readonly string[]): Promise<string[]> {
  const wanted = wantedIn(job);
  const checked = await Promise.all(files.map(async (file) => worthReading(file) && (await wanted(file, false))));
  return files.filter((_, at) => checked[at]);
}

/** What neither git nor the user leaves out; git leaves in what it holds. */
function wantedIn({ roots, exclude, trusted }: PassJob): (file: string, folder: boolean) => Promise<boolean> {
  const hidden = ignore().add([...exclude]);
  const git = new GitIgnore(undefined, trusted);
  const tracked = new TrackedFiles(trusted);
  return async (file, folder) => {
    const root = roots.find((one) => file.startsWith(one + path.sep));
    if (root === undefined) return false;
    const relative = path.relative(root, file).split(path.sep).join('/') + (folder ? '/' : '');
    if (hidden.ignores(relative)) return false;
    if (!git.ignores(file, folder)) return true;
    const tree = folder ? undefined : git.workTreeOf(path.dirname(file));
    return tree !== undefined && (await tracked.has(file, tree));
  };
}
