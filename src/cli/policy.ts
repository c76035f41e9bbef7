import { type Command, Option } from 'commander';
import type { Grantee, LeastPrivilege } from '../advisor/policy';
import { asCli, asConsoleText, asTerraform } from '../advisor/policy-forms';
import { type MethodUse, workspacePolicy } from '../advisor/workspace-policy';
import { METHODS, type Method } from '../knowledge/method';
import { PLACES, type Place } from '../knowledge/place';
import { PLANE_FACTS, PLANES, type Plane } from '../knowledge/plane';
import { genAiUses } from './genai-uses';
import { register as check } from './policy-check';

interface Options extends Grantee {
  readonly format: 'text' | 'json' | 'terraform' | 'cli';
  readonly on?: Place;
  readonly plane?: readonly Plane[];
}

export function register(program: Command): void {
  const policy = program
    .command('policy')
    .description('The least-privilege IAM statements for what a workspace calls')
    .argument('[paths...]', 'files and folders', ['.'])
    .addOption(new Option('--on <place>', 'where it runs').choices(PLACES))
    .addOption(new Option('--method <method>', 'how it authenticates').choices(METHODS))
    .addOption(new Option('--plane <planes...>', 'planes to grant, instead of looking for them').choices(PLANES))
    .option('--group <name>', 'the group or dynamic group')
    .option('--domain <name>', 'its identity domain, when it is not the default one')
    .option('--compartment <ocid>', 'the compartment that the requests name, or its name or path')
    .option('--api-key-id <ocid>', 'the GenAI API key')
    .option('--namespace <name>', 'Kubernetes namespace of an OKE workload')
    .option('--service-account <name>', 'Kubernetes service account of an OKE workload')
    .option('--cluster-id <ocid>', 'OKE cluster')
    .addOption(
      new Option('--format <format>', 'form of the statements')
        .choices(['text', 'json', 'terraform', 'cli'])
        .default('text'),
    )
    .action(async (paths: string[], options: Options) => {
      const uses = options.plane?.map((plane) => ({ plane, operations: [], methods: [] })) ?? (await usesIn(paths));
      process.stdout.write(print(uses, options));
    });
  check(policy);
}

/** The planes that the code under these paths reaches, with the operations that it calls there. */
async function usesIn(paths: readonly string[]): Promise<readonly MethodUse[]> {
  const found: MethodUse[] = [];
  const trouble = (one: { path: string; reason: string; fatal: boolean }): void => {
    process.stderr.write(`${one.path}: ${one.reason}\n`);
    if (one.fatal) process.exitCode = 2;
  };
  for await (const { uses } of genAiUses(paths, trouble)) found.push(...uses);
  return found;
}

const planesOf = (uses: readonly MethodUse[]): readonly Plane[] => [...new Set(uses.map(({ plane }) => plane))];

function print(uses: readonly MethodUse[], options: Options): string {
  const least = workspacePolicy(uses, { ...options, place: options.on, method: options.method as Method | undefined });
  if (options.format === 'json') {
    return `${JSON.stringify({ planes: planesOf(uses), ...least }, undefined, 2)}\n`;
  }
  if (least.statements.length === 0) return noStatements(least);
  if (options.format === 'terraform') return asTerraform(least);
  if (options.format === 'cli') return asCli(least);
  const reached = planesOf(uses)
    .map((plane) => PLANE_FACTS[plane].label)
    .join(', ');
  return `# reaches: ${reached}\n${asConsoleText(least)}`;
}

const noStatements = ({ notes }: LeastPrivilege): string =>
  [...notes, 'No call to OCI Generative AI that needs a policy was found here.', '']
    .map((line) => line && `# ${line}`)
    .join('\n');
