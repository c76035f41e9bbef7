import { type ConfigReader, LINE_FACTS, type LineCode, type LineFact, READER_LABELS } from '../knowledge/config-file';
import type { Problem, Span } from './problem';

/** A problem of one line, with the readers that stumble over it. The line itself may hold a secret: it is not quoted. */
export function lineProblem(code: LineCode, span: Span, profile?: string): Problem {
  const { rejects, misreads, why, severity }: LineFact = LINE_FACTS[code];
  const verdict =
    rejects.length > 0 ? `; ${listed(rejects)} ${rejects.length > 1 ? 'refuse' : 'refuses'} the file` : '';
  return {
    code,
    severity,
    message: `Line ${span.line + 1}: ${why}${namesItsReaders(code) ? '' : verdict}`,
    profile,
    span,
    ...(rejects.length > 0 ? { rejectedBy: rejects } : {}),
    ...(misreads.length > 0 ? { misreadBy: misreads } : {}),
    repair: { kind: 'open' },
  };
}

/** Sentences that already say who does what. */
const namesItsReaders = (code: LineCode): boolean =>
  code.startsWith('duplicate-') || code.includes('carriage-return') || code.includes('utf') || code === 'key-content';

function listed(readers: readonly ConfigReader[]): string {
  const labels = readers.map((reader) => READER_LABELS[reader]);
  return labels.length < 2 ? (labels[0] ?? '') : `${labels.slice(0, -1).join(', ')} and ${labels.at(-1)}`;
}
