import type { Arg, CallExpr } from '../source/program';
import type { Fix, Report, Rule } from './contract';
import { argumentWithComma } from './repair/edits';

const MESSAGES = {
  none: 'An explicit null signer wins over the config: requests go out unsigned and OCI answers 401. Leave the argument out or pass a signer.',
};

const NULL_SIGNER = ['signer'];

function nullArgument(call: CallExpr): Arg | undefined {
  return call.args.find(
    (arg) =>
      arg.name !== undefined && NULL_SIGNER.includes(arg.name) && arg.value.k === 'const' && arg.value.value === null,
  );
}

export const signerNone: Rule = {
  id: 'signer-none',
  severity: 'error',
  title: 'Null passed as the signer',
  *check({ uses }): Iterable<Report> {
    for (const use of uses) {
      const { flows, call } = use;
      if (flows.length === 0 || !flows.every((flow) => flow.method === 'none' && flow.taken === 'signer')) continue;
      // Only the literal: a variable that is null here may be set where nobody looks.
      const literal = nullArgument(call);
      if (literal) yield { span: literal.span, message: MESSAGES.none, use };
    }
  },
  fixes({ program }, { use }): readonly Fix[] {
    const arg = use && nullArgument(use.call);
    if (!use || !arg) return [];
    const span = argumentWithComma(program.text, use.call, arg);
    return [{ title: 'Remove the null signer', safety: 'safe', preferred: true, edits: [{ span, text: '' }] }];
  },
};
