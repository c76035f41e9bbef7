import { createHash } from 'node:crypto';
import type { Finding } from '../engine';
import { Lines } from '../engine/lines';

/** So much around a finding tells its line from others; a file on one line is not hashed for each of its findings. */
const AROUND = 1_000;

/**
 * What findings of one text are known by while their lines move: the rule and the text of the line without blanks,
 * hashed; the second one that looks the same ends in `:2`. Code scanning tells alerts apart in the same way
 * (`primaryLocationLineHash`).
 */
export function fingerprints(text: string, findings: readonly Finding[]): ReadonlyMap<Finding, string> {
  const lines = new Lines(text);
  const seen = new Map<string, number>();
  const found = new Map<Finding, string>();
  for (const finding of [...findings].sort((a, b) => a.span.start - b.span.start)) {
    const { start } = finding.span;
    const line = lines.at(start);
    const from = Math.max(lines.startOf(line), start - AROUND);
    const to = Math.min(lines.startOf(line + 1), start + AROUND);
    const written = text.slice(from, to).replace(/\s/g, '');
    const hash = createHash('sha256').update(`${finding.rule}\n${written}`).digest('hex').slice(0, 16);
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    found.set(finding, `${hash}:${count}`);
  }
  return found;
}
