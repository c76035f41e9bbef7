import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createEngine, type Engine, type Finding, tooLong } from '../engine';
import { isNotebook, languageOf, mayBeCredential } from '../engine/languages';
import { type Repaired, repairText } from '../engine/repair-text';
import { automatic } from '../engine/repairs';
import { grammarsIn } from '../machine/grammar-files';
import type { SettingsFile } from '../machine/settings-file';
import { type FileSurroundings, Surroundings } from '../machine/surroundings';
import { readText, type TextFile } from '../machine/text-file';
import { filesUnder, reasonOf, type Wanted } from '../machine/walk';
import { DiskFiles } from '../machine/workspace-files';
import type { Fix } from '../rules/contract';
import { readNotebook } from '../source/notebook';
import { Positions } from './positions';

export interface FileResult extends Repaired {
  readonly file: string;
  /** As it was read. */
  readonly source: TextFile;
  fixes(finding: Finding): readonly Fix[];
  /** The places that reach OCI. */
  readonly uses: ReturnType<Engine['uses']>;
  /** What each of them calls; looked for when somebody asks, before the next file is read. */
  operations(): ReturnType<Engine['operations']>;
}

export interface Trouble {
  readonly path: string;
  readonly reason: string;
  /** Nothing that the user asked for could be done with this path. */
  readonly fatal: boolean;
}

export interface LintOptions {
  readonly paths: readonly string[];
  /** Where the grammars lie. */
  readonly grammars: string;
  readonly fix?: 'safe' | 'unsafe';
  /** Whether the user's own OCI config may be looked at. */
  readonly userConfig?: boolean;
  /** Which of the files that are met on the way count; all without it. */
  readonly wanted?: Wanted;
  trouble(trouble: Trouble): void;
}

/** Lints files one after the other, so that memory stays that of one file. */
export async function* lintFiles(options: LintOptions): AsyncGenerator<FileResult> {
  const engine = createEngine({ grammars: grammarsIn(options.grammars), files: new DiskFiles() });
  const surroundings = new Surroundings({
    roots: options.paths,
    base: process.cwd(),
    userConfig: options.userConfig ?? false,
    // Whoever names folders on a command line has chosen them.
    trusted: true,
    settings: { read: (settings) => tellSettings(settings, options) },
  });
  const failed = ({ path: at, named, reason }: { path: string; named: boolean; reason: string }): void =>
    options.trouble({ path: at, reason, fatal: named });
  for await (const { file, named } of filesUnder(options.paths, failed, options.wanted)) {
    const uri = pathToFileURL(path.resolve(file)).href;
    if (!named && !isNotebook(uri) && !languageOf(uri) && !mayBeCredential(uri)) continue;
    try {
      const source = await readText(file);
      const tell = (reason: string): void => options.trouble({ path: file, reason, fatal: false });
      if (!source) {
        if (named) tell('binary, not linted');
        continue;
      }
      if (tooLong(uri, source.text)) {
        tell('too large, not linted');
        continue;
      }
      if (isNotebook(uri) && source.text.trim() && !readNotebook(source.text))
        tell('not a notebook, its cells are not linted');
      yield await lintOne(
        engine,
        { file, uri, source, around: await surroundings.of(path.resolve(file)) },
        options.fix,
      );
    } catch (error) {
      failed({ path: file, named, reason: reasonOf(error) });
    } finally {
      engine.close(uri);
    }
  }
}

/** Settings that cannot be read as they are meant must not pass in CI. */
function tellSettings({ file, text, problems }: SettingsFile, { trouble }: LintOptions): void {
  const positions = new Positions(text);
  const name = path.relative('', file);
  for (const { message, span } of problems) {
    const { line, column } = positions.at(span.start);
    trouble({ path: name, reason: `${line}:${column}: ${message}`, fatal: true });
  }
}

interface Input {
  readonly file: string;
  readonly uri: string;
  readonly source: TextFile;
  readonly around: FileSurroundings;
}

async function lintOne(
  engine: Engine,
  { file, uri, source, around }: Input,
  fix: LintOptions['fix'],
): Promise<FileResult> {
  const repaired = await repairText(
    engine,
    { uri, text: source.text },
    around,
    fix && ((fixes) => automatic(fixes, fix === 'unsafe')),
  );
  return {
    file,
    source,
    ...repaired,
    fixes: (finding) => engine.fixes(uri, finding),
    uses: engine.uses(uri),
    operations: () => engine.operations(uri),
  };
}
