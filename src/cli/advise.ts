import { type Command, Option } from 'commander';
import { type Advice, advise } from '../advisor/decide';
import { CALL_FACTS, CALLS, type Need, PRIORITIES } from '../advisor/need';
import { METHOD_FACTS } from '../knowledge/method';
import { PLACES, placeLabel } from '../knowledge/place';

interface Options extends Need {
  readonly format: 'text' | 'json';
}

export function register(program: Command): void {
  program
    .command('advise')
    .description('Which way to authenticate is right for what you call and where it runs')
    .addOption(new Option('--call <call>', 'what you call').choices(CALLS).makeOptionMandatory())
    .addOption(new Option('--on <place>', 'where it runs').choices(PLACES).makeOptionMandatory())
    .addOption(new Option('--priority <priority>', 'what matters most').choices(PRIORITIES))
    .addOption(new Option('--format <format>', 'form of the answer').choices(['text', 'json']).default('text'))
    .action((options: Options) => {
      const ranked = advise(options);
      const text =
        options.format === 'json' ? `${JSON.stringify({ ranked }, undefined, 2)}\n` : asText(options, ranked);
      process.stdout.write(text);
    });
}

function asText(need: Need, ranked: readonly Advice[]): string {
  const lines = [`To ${CALL_FACTS[need.call].label} from ${placeLabel(need.on)}:`, ''];
  ranked.forEach((advice, index) => {
    lines.push(
      `${index === 0 ? '→' : ' '} ${advice.verdict.padEnd(11)} ${METHOD_FACTS[advice.method].label}: ${advice.reason}`,
    );
    if (advice.note && index < 2) lines.push(`  ${' '.repeat(11)} (${advice.note})`);
    if (advice.possibleIf) lines.push(`  ${' '.repeat(11)} possible if ${advice.possibleIf}`);
  });
  return `${lines.join('\n')}\n`;
}
