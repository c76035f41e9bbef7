import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Command, Option } from 'commander';
import type { Finding } from '../engine';
import { atLeast } from '../engine/finding';
import { addLine, writeText } from '../machine/text-file';
import { RULES } from '../rules';
import type { Severity } from '../rules/contract';
import { DiffReport } from './diff-report';
import { lintFiles, type Trouble } from './lint-files';
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
    .option('--diff', 'print what --fix would change, and change nothing')
    .addHelpText('after', '\nExit code: 0 clean, 1 findings at or above the level, 2 could not run.')
    .action(async (paths: string[], options: Options) => {
      process.exitCode = await lint(paths, options);
    });
}

async function lint(paths: readonly string[], options: Options): Promise<number> {
  const report: Report = options.diff
    ? new DiffReport()
    : options.format === 'sarif'
      ? new SarifReport(RULES)
      : new TextReport();
  let failed = false;
  const trouble = (one: Trouble): void => {
    failed ||= one.fatal;
    report.trouble?.(one);
    process.stderr.write(`${one.path}: ${one.reason}\n`);
  };
  const fix = options.fix || options.diff ? (options.unsafe ? 'unsafe' : 'safe') : undefined;
  let count = 0;
  for await (const result of lintFiles({
    paths,
    grammars: path.join(__dirname, 'grammars'),
    fix,
    userConfig: options.userConfig,
    trouble,
  })) {
    const counts = (finding: Finding): boolean => atLeast(finding.severity, options.level);
    const findings = result.findings.filter(counts);
    // A diff changes nothing: what stood in the file still stands there.
    count += (options.diff ? result.before.filter(counts) : findings).length;
    if (!options.diff && result.text !== result.source.text) {
      await writeText(result.file, { ...result.source, text: result.text });
    }
    if (!options.diff) for (const { uri, line } of result.additions) await addLine(fileURLToPath(uri), line);
    print(report.file(result, findings));
  }
  print(report.end(!failed));
  if (failed) return EXIT.failed;
  return count > 0 ? EXIT.findings : EXIT.clean;
}

function print(text: string): void {
  if (text) process.stdout.write(text);
}
