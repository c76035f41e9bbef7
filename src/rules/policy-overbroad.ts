import { overbroad } from '../knowledge/policy';
import type { Fix, Report, Rule } from './contract';
import { statementsIn } from './policy-statements';

const MESSAGES = {
  wide: (why: string) => `This grants more than calls need: ${why}.`,
};

export const policyOverbroad: Rule = {
  id: 'policy-overbroad',
  severity: 'info',
  title: 'Policy that grants more than calls need',
  *check({ program }): Iterable<Report> {
    for (const { statement, place } of statementsIn(program)) {
      for (const { message, span } of overbroad(statement))
        yield { span: place(span), message: MESSAGES.wide(message) };
    }
  },
  fixes({ program }, { span }): readonly Fix[] {
    for (const { statement, place } of statementsIn(program)) {
      for (const { span: at, instead } of overbroad(statement)) {
        if (instead === undefined || place(at).start !== span.start) continue;
        const within = program.text.slice(span.start, span.end);
        const verb = /\bmanage\b/i.exec(within);
        if (!verb) continue;
        const start = span.start + verb.index;
        const edits = [{ span: { start, end: start + verb[0].length }, text: instead }];
        return [{ title: `Grant “${instead}”`, safety: 'unsafe', preferred: true, edits }];
      }
    }
    return [];
  },
};
