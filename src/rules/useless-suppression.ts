import type { Fix, Report, Rule, RuleContext, Severity, SuppressionFact } from './contract';
import { wholeLines } from './repair/edits';

const MESSAGES = {
  unknown: (rule: string) => `There is no rule \`${rule}\`: this comment allows nothing by that name.`,
  unused: (rule: string) => `\`${rule}\` finds nothing here any more: the comment would hide the next real finding.`,
  reason: 'This comment does not say why: write the reason behind `--`.',
};

/** What the quick fix writes for people to replace: a hint reminds of it, without failing anybody's build. */
const UNWRITTEN = 'reason';

const useless = ({ allowed }: SuppressionFact) =>
  allowed.filter(({ state }) => state === 'unused' || state === 'unknown');

const reasonSeverity = ({ reason }: SuppressionFact): Severity | undefined =>
  reason === '' ? 'warning' : reason.toLowerCase() === UNWRITTEN ? 'info' : undefined;

export const uselessSuppression: Rule = {
  id: 'useless-suppression',
  severity: 'warning',
  title: 'A comment that allows what is not found, or does not say why',
  *check({ suppressions }): Iterable<Report> {
    for (const fact of suppressions ?? []) {
      const bad = useless(fact);
      const severity = reasonSeverity(fact);
      if (bad.length > 0) {
        const message = bad.map(({ rule, state }) => MESSAGES[state === 'unknown' ? 'unknown' : 'unused'](rule));
        yield { span: fact.span, message: message.join(' '), suppression: fact };
      } else if (severity) {
        yield { span: fact.span, message: MESSAGES.reason, severity, suppression: fact };
      }
    }
  },
  fixes({ program }: RuleContext, { suppression: fact }): readonly Fix[] {
    const bad = fact ? useless(fact).map(({ rule }) => rule) : [];
    if (!fact || bad.length === 0) return [];
    const kept = fact.allowed.map(({ rule }) => rule).filter((rule) => !bad.includes(rule));
    const { text } = program;
    if (kept.length > 0) {
      const at = text.indexOf(fact.list, fact.span.start);
      if (at < 0 || at >= fact.span.end) return [];
      const span = { start: at, end: at + fact.list.length };
      const title = `Remove ${bad.join(', ')} from the comment`;
      return [{ title, safety: 'safe', preferred: true, edits: [{ span, text: kept.join(', ') }] }];
    }
    const span = wholeLines(text, fact.span) ?? { start: trimmedEnd(text, fact.span.start), end: fact.span.end };
    return [{ title: 'Remove the comment', safety: 'safe', preferred: true, edits: [{ span, text: '' }] }];
  },
};

/** Where the blanks before an offset begin. */
function trimmedEnd(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && (text[at - 1] === ' ' || text[at - 1] === '\t')) at -= 1;
  return at;
}
