import { type Command, Option } from 'commander';
import { isUnhealthy, type ProblemCode } from '../credentials/problem';
import { type Inventory, standardSources, takeInventory } from '../machine/inventory';
import { inventoryAsJson } from './creds-json';
import { isBad, type TestOptions, testAll } from './creds-test';
import { testedAsJson, testedAsText } from './creds-test-report';
import { inventoryAsText } from './creds-text';
import { proxyNote } from './proxy-note';

interface Options {
  readonly config?: string;
  readonly format: 'text' | 'json';
}

/** What a script reads from the exit code. */
const EXIT = { good: 0, problems: 1, failed: 2 };

const JSON_HELP = `
With --format json each report has "profiles" (of configuration files) and "identities" (of the environment), each
with "id", "name", "method", "problems" and "reach"; those of test add "tested" and "results". The "id" is the same in
every report, so that a script can join what list, check and test say:

  principled creds test --format json | jq '.profiles + .identities | map({(.id): .results}) | add'`;

export function register(program: Command): void {
  const creds = program
    .command('creds')
    .description('Credentials of this machine: what is there, whether it is healthy, what it can reach')
    .addHelpText('after', JSON_HELP);
  subcommand(creds, 'list', 'List every profile and identity with its method and problems').action(
    async (options: Options) => {
      const { inventory, failure } = await look(options);
      show(inventory, options, false);
      process.exitCode = failure ?? EXIT.good;
    },
  );
  subcommand(creds, 'check', 'Check them without asking OCI, and fail when one is unhealthy').action(
    async (options: Options) => {
      const { inventory, failure } = await look(options);
      show(inventory, options, true);
      process.exitCode = failure ?? (unhealthy(inventory) ? EXIT.problems : EXIT.good);
    },
  );
  subcommand(creds, 'test', 'Ask OCI what each plane says to them: one harmless request per plane')
    .option('--profile <name>', 'this profile only')
    .option('--compartment <ocid>', 'compartment to ask for, instead of the root of the tenancy')
    .option('--trial-endpoint <url>', 'a server on this machine that stands for OCI')
    .action(async (options: Options & TestOptions) => {
      process.exitCode = await test(options);
    });
}

async function test(options: Options & TestOptions): Promise<number> {
  const { inventory, failure } = await look(options);
  // One unreadable file is no reason to ask nothing about the others.
  if (failure !== undefined && (options.config !== undefined || inventory.held.length === 0)) {
    show(inventory, options, false);
    return failure;
  }
  const { profile } = options;
  if (profile !== undefined && !inventory.held.some(({ credential }) => credential.profile === profile)) {
    process.stderr.write('principled: there is no such profile\n');
    return EXIT.failed;
  }
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  const tested = await testAll(inventory, options, stop.signal);
  process.stdout.write(options.format === 'json' ? testedAsJson(tested) : testedAsText(tested, inColour()));
  const note = options.trialEndpoint === undefined ? proxyNote(tested, process.env, process.version) : undefined;
  if (note) process.stderr.write(`principled: ${note}\n`);
  return tested.some(isBad) ? EXIT.problems : EXIT.good;
}

const inColour = (): boolean => process.stdout.isTTY === true && !process.env['NO_COLOR'];

function subcommand(parent: Command, name: string, description: string): Command {
  return parent
    .command(name)
    .description(description)
    .option('--config <file>', 'look at this configuration file and nothing else')
    .addOption(new Option('--format <format>', 'form of the report').choices(['text', 'json']).default('text'))
    .addHelpText('after', `\nExit code: 0 healthy, 1 problems, 2 could not run.\n${JSON_HELP}`)
    .exitOverride()
    .showHelpAfterError('(see --help)');
}

interface Look {
  readonly inventory: Inventory;
  /** Of the file that was asked for: it is not there, or it does not let itself be read. */
  readonly failure?: number;
}

async function look({ config }: Options): Promise<Look> {
  const sources = standardSources(config === undefined ? {} : { only: [config] });
  const inventory = await takeInventory(config === undefined ? sources : sources.slice(0, 1));
  const has = (wanted: ProblemCode): boolean =>
    inventory.places.some(({ problems }) => problems.some(({ code }) => code === wanted));
  if (config !== undefined && has('config-missing')) return { inventory, failure: EXIT.failed };
  return { inventory, ...(has('config-unreadable') ? { failure: EXIT.problems } : {}) };
}

const unhealthy = ({ held, places }: Inventory): boolean =>
  held.some(({ credential }) => isUnhealthy(credential.problems)) ||
  places.some(({ problems }) => isUnhealthy(problems));

function show(inventory: Inventory, { format }: Options, details: boolean): void {
  process.stdout.write(
    format === 'json'
      ? inventoryAsJson(inventory)
      : inventoryAsText(inventory, { colour: inColour(), details, now: Date.now() }),
  );
}
