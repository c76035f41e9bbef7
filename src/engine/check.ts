import { RULES } from '../rules';
import type { Report, Rule, RuleContext } from '../rules/contract';
import { uselessSuppression } from '../rules/useless-suppression';
import type { Surroundings } from './document';
import { judged } from './judged';
import { Lines } from './lines';
import { factsOf, type Place, suppressed, suppressionsOf } from './suppression';

export interface Reported {
  readonly rule: Rule;
  readonly report: Report;
}

/** What the rules say of a document, less what comments allow and settings turn off. */
export function check(context: RuleContext, around: Surroundings): readonly Reported[] {
  const all = RULES.filter((rule) => rule !== uselessSuppression).flatMap((rule) => checkOne(rule, context));
  return allowed(context, all, around).filter(({ rule }) => around.settings?.level(rule.id) !== 'off');
}

const checkOne = (rule: Rule, context: RuleContext): Reported[] =>
  [...rule.check(context)].map((report) => ({ rule, report }));

/** Comments that allow rules take findings away, and have a rule of their own. */
function allowed(context: RuleContext, found: readonly Reported[], around: Surroundings): readonly Reported[] {
  const suppressions = suppressionsOf(context.program);
  if (suppressions.length === 0) return found;
  const lines = new Lines(context.program.text);
  const places = found.map(({ rule, report }): Place => ({ rule: rule.id, span: report.span }));
  const facts = factsOf(suppressions, places, lines, (rule) => judged(rule, around));
  return [
    ...found.filter((_, at) => !suppressed(places[at] as Place, suppressions, lines)),
    ...checkOne(uselessSuppression, { ...context, suppressions: facts }),
  ];
}
