import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Grantee, type LeastPrivilege, nameProblem } from '../advisor/policy';
import { asCli, asConsoleText, asTerraform } from '../advisor/policy-forms';
import { NOTHING_FOUND, type Survey } from '../advisor/survey';
import { surveyedHeading, surveyedPolicy } from '../advisor/workspace-policy';
import { METHODS, type Method } from '../knowledge/method';
import { PLACES, type Place } from '../knowledge/place';
import { PLANES, type Plane } from '../knowledge/plane';
import { register as check } from './policy-check';
import { surveyOf } from './survey';

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
    .option('--group <name>', 'the group or dynamic group', name)
    .option('--domain <name>', 'its identity domain, when it is not the default one', name)
    .option('--compartment <ocid>', 'the compartment that the requests name, or its name or path', name)
    .option('--api-key-id <ocid>', 'the GenAI API key', name)
    .option('--namespace <name>', 'Kubernetes namespace of an OKE workload', name)
    .option('--service-account <name>', 'Kubernetes service account of an OKE workload', name)
    .option('--cluster-id <ocid>', 'OKE cluster', name)
    .addOption(
      new Option('--format <format>', 'form of the statements')
        .choices(['text', 'json', 'terraform', 'cli'])
        .default('text'),
    )
    .action(async (paths: string[], options: Options) => {
      const survey = options.plane ? planesAlone(options.plane) : await surveyOf(paths);
      process.stdout.write(print(survey, options));
    });
  check(policy);
}

/** A name that the statements can hold as it is. */
function name(given: string): string {
  const problem = nameProblem(given);
  if (problem) throw new InvalidArgumentError(`${problem}.`);
  return given;
}

const planesAlone = (planes: readonly Plane[]): Survey => ({
  ...NOTHING_FOUND,
  uses: planes.map((plane) => ({
    plane,
    operations: [],
    methods: [],
    profiles: [],
    elsewhere: [],
    variables: [],
    cli: false,
    named: [],
    uri: '',
    line: 0,
    language: '',
  })),
});

const planesOf = ({ uses }: Survey): readonly Plane[] => [...new Set(uses.map(({ plane }) => plane))];

function print(survey: Survey, { on, method, format, ...names }: Options): string {
  const least = surveyedPolicy(survey, { ...names, place: on, method: method as Method | undefined });
  if (format === 'json') return `${JSON.stringify({ planes: planesOf(survey), ...least }, undefined, 2)}\n`;
  if (least.statements.length === 0) return noStatements(least);
  if (format === 'terraform') return asTerraform(least);
  if (format === 'cli') return asCli(least);
  return `${surveyedHeading(survey, on)}${asConsoleText(least)}`;
}

const noStatements = ({ notes }: LeastPrivilege): string =>
  [...notes, 'No call to OCI Generative AI that needs a policy was found here.', '']
    .map((line) => line && `# ${line}`)
    .join('\n');
