import { type Command, Option } from 'commander';
import { type Explanation, explain } from '../advisor/explain';
import { readStandardInput } from './standard-input';
import { workspaceFacts } from './workspace-facts';

interface Options {
  readonly format: 'text' | 'json';
  readonly in?: string;
}

export function register(program: Command): void {
  program
    .command('explain')
    .description('What an OCI authentication or authorization error means, most likely cause first')
    .argument('[text...]', 'the error; without it, standard input is read')
    .addOption(new Option('--format <format>', 'form of the answer').choices(['text', 'json']).default('text'))
    .option('--in <folder>', 'order the causes by its code and policies and the profiles of this machine')
    .addHelpText('after', '\nPut -- before a text that begins with a dash.')
    .action(async (words: string[], options: Options) => {
      const text = words.length > 0 && words.join(' ') !== '-' ? words.join(' ') : await readStandardInput();
      const explanation = explain(text, options.in === undefined ? {} : await workspaceFacts(options.in));
      const output = options.format === 'json' ? `${JSON.stringify(explanation, undefined, 2)}\n` : asText(explanation);
      process.stdout.write(output);
    });
}

/** What fits on one screen. */
const SHOWN = 5;

function asText({ causes, seen }: Explanation): string {
  if (causes.length === 0) return 'This is no OCI authentication or authorization error that is known here.\n';
  const told = Object.entries(seen).filter(([, value]) => value !== undefined);
  const lines = told.length > 0 ? [told.map(([name, value]) => `${name} ${value}`).join(', '), ''] : [];
  causes.slice(0, SHOWN).forEach((cause, index) => {
    lines.push(`${index + 1}. ${cause.title}`);
    if (cause.evidence) lines.push(`   Here: ${cause.evidence}`);
    lines.push(`   Why:  ${cause.why}`, `   Next: ${cause.next.replaceAll('\n', '\n         ')}`);
  });
  const rest = causes.slice(SHOWN);
  if (rest.length > 0) lines.push('', `Less likely: ${rest.map((cause) => cause.title.toLowerCase()).join('; ')}.`);
  return `${lines.join('\n')}\n`;
}
