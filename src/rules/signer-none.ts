import type { ServiceUse } from '../flow/uses';
import { argNames } from '../knowledge/sdks/catalogue';
import type { Arg, Entry, Expr } from '../source/program';
import type { Fix, Report, Rule } from './contract';
import { argumentWithComma } from './repair/edits';
import { switchMethod } from './repair/switch-method';

const MESSAGES = {
  none: 'An explicit null signer wins over the config: requests go out unsigned and OCI answers 401. Leave the argument out or pass a signer.',
};

const isNull = (value: Expr): boolean => value.k === 'const' && value.value === null;

/** How the client calls the argument that takes its signer. */
const signerNames = ({ fact }: ServiceUse): readonly string[] =>
  fact.auth.flatMap((rule) => (rule.as === 'signer' ? argNames(rule.arg) : []));

function nullArgument(use: ServiceUse): Arg | undefined {
  const names = signerNames(use);
  return use.call.args.find((arg) => arg.name !== undefined && names.includes(arg.name) && isNull(arg.value));
}

/** `new Client({ signer: null })` */
function nullEntry(use: ServiceUse): Entry | undefined {
  const names = signerNames(use);
  return use.call.args
    .flatMap(({ value }) => (value.k === 'record' ? value.entries : []))
    .find((entry) => entry.key !== undefined && names.includes(entry.key) && isNull(entry.value));
}

export const signerNone: Rule = {
  id: 'signer-none',
  severity: 'error',
  title: 'Null passed as the signer',
  *check({ uses }): Iterable<Report> {
    for (const use of uses) {
      const { flows } = use;
      if (flows.length === 0 || !flows.every((flow) => flow.method === 'none' && flow.taken === 'signer')) continue;
      // Only the literal: a variable that is null here may be set where nobody looks.
      const literal = nullArgument(use) ?? nullEntry(use);
      if (literal) yield { span: literal.span, message: MESSAGES.none, use };
    }
  },
  fixes(context, { use }): readonly Fix[] {
    const { program } = context;
    if (!use) return [];
    const arg = nullArgument(use);
    const span = arg ? argumentWithComma(program.text, use.call, arg) : undefined;
    // A client in JavaScript has no config to fall back to: it needs a provider.
    if (!span) return switchMethod(context, use);
    return [{ title: 'Remove the null signer', safety: 'safe', preferred: true, edits: [{ span, text: '' }] }];
  },
};
