import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Command, Option } from 'commander';
import type { Finding } from '../engine';
import { atLeast } from '../engine/finding';
import { addLine, writeText } from '../machine/text-file';
import { RULES } from '../rules';
import type { Severity } from '../rules/contract';
import { Afterwards } from './afterwards';
import { Baseline, BaselineWriter } from './baseline';
import { DiffReport } from './diff-report';
import { type FileResult, lintFiles, type Trouble } from './lint-files';
import type { Report } from './report';
import { SarifReport } from './sarif-report';
import { TextReport } from './text-report';

interface Options {
  readonly format: 'text' | 'sarif';
  readonly level: Severity;
  readonly fix?: boolean;
  readonly unsafe?: boolean;
  readonly diff?: boolean;
  readonly userConfig?: boolean;
  readonly baseline?: string;
  readonly writeBaseline?: string;
}

/** What a script reads from the exit code. */
const EXIT = { clean: 0, findings: 1, failed: 2 };

export function register(program: Command): void {
  program
    .command('lint')
    .description('Find credentials that OCI Generative AI refuses or discourages')
    .argument('[paths...]', 'files and folders', ['.'])
    .addOption(new Option('--format <format>', 'form of the report').choices(['text', 'sarif']).default('text'))
    .addOption(
      new Option('--level <level>', 'lowest severity that counts')
        .choices(['error', 'warning', 'info'])
        .default('warning'),
    )
    .option('--fix', 'apply the preferred fixes that are safe')
    .option('--unsafe', 'with --fix or --diff: also those that may change behaviour')
    .option('--user-config', 'look at the profiles of this machine too (never in CI)')
    .addOption(
      new Option('--baseline <file>', 'count only findings that this file does not know').conflicts('writeBaseline'),
    )
    .option('--write-baseline <file>', 'write the findings of now into a file for --baseline, and count none')
    .option('--diff', 'print what --fix would change, and change nothing')
    .addHelpText('after', '\nExit code: 0 clean, 1 findings at or above the level, 2 could not run.')
    .action(async (paths: string[], options: Options) => {
      process.exitCode = await lint(paths, options);
    });
}

async function lint(paths: readonly string[], options: Options): Promise<number> {
  const known = await knownIn(options.baseline);
  if (known === 'unreadable') return EXIT.failed;
  const writer = options.writeBaseline === undefined ? undefined : new BaselineWriter(options.writeBaseline);
  const report = reportOf(options);
  let failed = false;
  const trouble = (one: Trouble): void => {
    failed ||= one.fatal;
    report.trouble?.(one);
    process.stderr.write(`${one.path}: ${one.reason}\n`);
  };
  const fix = options.fix || options.diff ? (options.unsafe ? 'unsafe' : 'safe') : undefined;
  const afterwards = new Afterwards();
  let count = 0;
  for await (const result of lintFiles({
    paths,
    grammars: path.join(__dirname, 'grammars'),
    fix,
    userConfig: options.userConfig,
    trouble,
  })) {
    const { file, findings, before, source, text } = result;
    const counted = (all: readonly Finding[], of: string): readonly Finding[] =>
      (known?.newIn(file, of, all) ?? all).filter((finding) => atLeast(finding.severity, options.level));
    writer?.add(file, text, findings);
    const left = counted(findings, text);
    // A diff changes nothing: what stood in the file still stands there.
    count += (options.diff ? counted(before, source.text) : left).length;
    if (!options.diff) await keep(result);
    if (fix && !options.diff) afterwards.add(result);
    print(report.file(result, left));
  }
  print(report.end(!failed));
  // A log of another form stays what it is.
  if (options.format === 'text') print(afterwards.text());
  else process.stderr.write(afterwards.text());
  if (writer && !failed) process.stderr.write(`${options.writeBaseline}: ${await writer.write()} findings known\n`);
  if (failed) return EXIT.failed;
  return count > 0 && !writer ? EXIT.findings : EXIT.clean;
}

/** What fixes made of a file. */
async function keep({ file, source, text, additions }: FileResult): Promise<void> {
  if (text !== source.text) await writeText(file, { ...source, text });
  for (const { uri, line } of additions) await addLine(fileURLToPath(uri), line);
}

function reportOf(options: Options): Report {
  if (options.diff) return new DiffReport();
  return options.format === 'sarif' ? new SarifReport(RULES) : new TextReport();
}

async function knownIn(file: string | undefined): Promise<Baseline | undefined | 'unreadable'> {
  if (file === undefined) return undefined;
  try {
    return await Baseline.read(file);
  } catch (error) {
    process.stderr.write(`${file}: ${(error as Error).message}\n`);
    return 'unreadable';
  }
}

function print(text: string): void {
  if (text) process.stdout.write(text);
}
