import { readFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import {
  describePlanes,
  describeStatement,
  type LocatedStatement,
  opensGenAiToEveryone,
  opensToEveryone,
  overbroad,
  parsePolicyDocument,
  unknownResourceTypes,
} from '../knowledge/policy';
import { readStandardInput } from './standard-input';

interface Checked {
  readonly text: string;
  readonly meaning: string;
  readonly planes: readonly string[];
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

/** What a script reads from the exit code. */
const EXIT = { clean: 0, problems: 1, failed: 2 };

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
      const statements = parsePolicyDocument(text).map(judge);
      // `policy --format json check` reads the same as an option of its own.
      const json = options.form === 'json' || (options.form === undefined && policy.opts().format === 'json');
      process.stdout.write(json ? `${JSON.stringify({ statements }, undefined, 2)}\n` : asText(statements));
      process.exitCode = statements.some((one) => one.errors.length > 0) ? EXIT.problems : EXIT.clean;
    });
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

function judge({ text, statement }: LocatedStatement): Checked {
  const planes = describePlanes(statement);
  const open = (planes.length > 0 ? opensToEveryone(statement) : opensGenAiToEveryone(statement))
    ? ['every principal of the tenancy may do this: add a request.principal.* condition']
    : [];
  return {
    text,
    meaning: describeStatement(statement),
    planes,
    errors: [
      ...statement.problems.map((problem) => problem.message),
      ...unknownResourceTypes(statement).map(
        ({ name, nearest }) => `'${name}' is no resource type; write '${nearest}'`,
      ),
    ],
    warnings: [...open, ...overbroad(statement).map((found) => found.message)],
  };
}

function asText(statements: readonly Checked[]): string {
  if (statements.length === 0) return 'No policy statement was found.\n';
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
