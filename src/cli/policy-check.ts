import { readFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { judgeStatement, parsePolicyDocument, type StatementVerdict } from '../knowledge/policy';
import { readStandardInput } from './standard-input';

interface Checked extends StatementVerdict {
  readonly text: string;
}

/** What a script reads from the exit code. */
const EXIT = { clean: 0, problems: 1, failed: 2 };

const NOTHING_FOUND =
  'No policy statement was found. Looked for lines and quoted strings that begin with Allow, Deny, Endorse, Admit or Define and a subject (group, dynamic-group, any-user, any-group, service).';

export function register(policy: Command): void {
  policy
    .command('check')
    .description('Validate and explain policy statements')
    .argument('<file>', 'a file with statements, or - for standard input')
    .addOption(new Option('--form <form>', 'form of the answer').choices(['text', 'json']))
    .action(async (file: string, options: { form?: string }) => {
      const text = await read(file);
      if (text === undefined) {
        process.exitCode = EXIT.failed;
        return;
      }
      const statements = parsePolicyDocument(text, { nearMisses: true }).map(
        (one): Checked => ({ text: one.text, ...judgeStatement(one.statement) }),
      );
      // `policy --format json check` reads the same as an option of its own.
      const json = options.form === 'json' || (options.form === undefined && policy.opts().format === 'json');
      if (json) process.stdout.write(`${JSON.stringify({ statements }, undefined, 2)}\n`);
      else process.stdout.write(asText(statements));
      // Nothing to check is no clean bill: the file may be another one than was meant.
      if (statements.length === 0) process.stderr.write(`${NOTHING_FOUND}\n`);
      process.exitCode = exitCode(statements);
    });
}

function exitCode(statements: readonly Checked[]): number {
  if (statements.length === 0) return EXIT.failed;
  return statements.some((one) => one.errors.length > 0) ? EXIT.problems : EXIT.clean;
}

async function read(file: string): Promise<string | undefined> {
  if (file === '-') return readStandardInput();
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    process.stderr.write(`${file}: ${(error as NodeJS.ErrnoException).code ?? 'cannot be read'}\n`);
    return undefined;
  }
}

function asText(statements: readonly Checked[]): string {
  if (statements.length === 0) return '';
  const blocks = statements.map(({ text, meaning, planes, errors, warnings }) =>
    [
      text,
      ...(errors.length > 0 ? errors.map((error) => `  error: ${error}`) : [`  ${meaning}`]),
      ...(planes.length > 0 ? [`  opens: ${planes.join(', ')}`] : []),
      ...warnings.map((warning) => `  warning: ${warning}`),
    ].join('\n'),
  );
  return `${blocks.join('\n\n')}\n`;
}
