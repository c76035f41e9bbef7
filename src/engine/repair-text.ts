import type { Fix, LineAddition } from '../rules/contract';
import { applied } from '../rules/repair/edits';
import type { Finding } from './finding';
import type { Engine, Surroundings } from './index';
import { compatible } from './repairs';

/** Each fix can uncover the next; more rounds than this are a circle. */
const ROUNDS = 10;

export interface Repaired {
  /** What stood in the text before any fix. */
  readonly before: readonly Finding[];
  readonly text: string;
  /** What is left, in offsets of `text`. */
  readonly findings: readonly Finding[];
  /** Lines that other files gain by these fixes. */
  readonly additions: readonly LineAddition[];
}

/** Applies what `choose` takes of the fixes of each finding until nothing changes; the engine then holds the result. */
export async function repairText(
  engine: Engine,
  { uri, text: original }: { readonly uri: string; readonly text: string },
  around: Surroundings,
  choose: (fixes: readonly Fix[], finding: Finding) => Fix | undefined,
): Promise<Repaired> {
  let text = original;
  const before = await engine.lint({ uri, text }, around);
  let findings = before;
  const additions = new Map<string, LineAddition>();
  for (let round = 0; round < ROUNDS && findings.length > 0; round += 1) {
    const chosen = findings.flatMap((finding) => choose(engine.fixes(uri, finding), finding) ?? []);
    for (const one of chosen.flatMap((each) => each.additions ?? [])) additions.set(`${one.uri} ${one.line}`, one);
    const edits = compatible(chosen.filter((one) => one.edits.every((edit) => !edit.uri || edit.uri === uri)));
    if (edits.length === 0) break;
    text = applied(text, edits);
    findings = await engine.lint({ uri, text }, around);
  }
  return { before, text, findings, additions: [...additions.values()] };
}
