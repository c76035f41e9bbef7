import type { ServiceUse } from '../flow/uses';
import type { AuthRule } from '../knowledge/sdks/fact';
import type { Fix, Report, Rule } from './contract';
import { switchMethod } from './repair/switch-method';

const MESSAGES = {
  unsupported: (given: string, accepted: readonly string[]) =>
    `“${given}” is no authentication type that this client accepts. It takes ${accepted.map((one) => `“${one}”`).join(', ')}.`,
};

function accepted(use: ServiceUse): readonly string[] {
  const inRules = (rules: readonly AuthRule[]): string[] =>
    rules.flatMap((rule) =>
      rule.as === 'choice' ? Object.keys(rule.choice.values) : rule.as === 'nested' ? inRules(rule.rules) : [],
    );
  const fromMaker = use.flows.flatMap(({ maker }) =>
    maker?.k === 'object' && maker.makes?.kind === 'credential' && typeof maker.makes.method !== 'string'
      ? Object.keys(maker.makes.method.values)
      : [],
  );
  return [...new Set([...inRules(use.fact.auth), ...fromMaker])];
}

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');

/** The accepted value that differs by case, separators or one letter only. */
export function nearest(given: string, values: readonly string[]): string | undefined {
  const same = values.filter((value) => plain(value) === plain(given));
  if (same[0] !== undefined) return same[0];
  return values.find((value) => distance(plain(given), plain(value)) <= 2);
}

/** Edit distance; both are short enum values, longer texts are cut. */
function distance(from: string, to: string): number {
  const a = from.slice(0, 40);
  const b = to.slice(0, 40);
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

export const unsupportedAuthType: Rule = {
  id: 'unsupported-auth-type',
  severity: 'error',
  title: 'Authentication type that the client does not accept',
  *check({ uses, uri }): Iterable<Report> {
    for (const use of uses) {
      for (const flow of use.flows) {
        if (flow.unsupported === undefined) continue;
        const here = flow.origin.uri === uri;
        yield {
          span: here ? flow.origin.span : use.call.callee.span,
          message: MESSAGES.unsupported(flow.unsupported, accepted(use)),
          use,
        };
      }
    }
  },
  fixes(context, { use, span }): readonly Fix[] {
    const { program } = context;
    const flow = use?.flows.find((one) => one.unsupported !== undefined && one.origin.span.start === span.start);
    const right = flow?.unsupported === undefined || !use ? undefined : nearest(flow.unsupported, accepted(use));
    const literal = program.text.slice(span.start, span.end);
    // Nothing is near what stands there: then only a person knows what was meant.
    if (right === undefined && use) return switchMethod(context, use).map((fix) => ({ ...fix, preferred: false }));
    if (right === undefined || flow?.unsupported === undefined || !literal.includes(flow.unsupported)) return [];
    const text = literal.replace(flow.unsupported, right);
    return [{ title: `Change to “${right}”`, safety: 'safe', preferred: true, edits: [{ span, text }] }];
  },
};
