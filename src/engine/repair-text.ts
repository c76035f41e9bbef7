import type { Fix, LineAddition } from '../rules/contract';
import { applied } from '../rules/repair/edits';
import type { Span } from '../source/program';
import type { Finding } from './finding';
import type { Engine, Surroundings } from './index';
import { compatible } from './repairs';

/** Each fix can uncover the next; more rounds than this are a circle. */
const ROUNDS = 10;

export interface Repaired {
  /** What stood in the text before any fix. */
  readonly before: readonly Finding[];
  /** Where secrets stood then, reported or not. */
  readonly secretSpans: readonly Span[];
  readonly text: string;
  /** What is left, in offsets of `text`. */
  readonly findings: readonly Finding[];
  /** The fixes that were taken, each once. */
  readonly taken: readonly Fix[];
  /** Lines that other files gain by these fixes. */
  readonly additions: readonly LineAddition[];
}

/** Applies what `choose` takes of the fixes of each finding until nothing changes; the engine then holds the result. Without it nothing is computed. */
export async function repairText(
  engine: Engine,
  { uri, text: original }: { readonly uri: string; readonly text: string },
  around: Surroundings,
  choose: ((fixes: readonly Fix[], finding: Finding) => Fix | undefined) | undefined,
): Promise<Repaired> {
  let text = original;
  const before = await engine.lint({ uri, text }, around);
  const secretSpans = engine.secretSpans(uri);
  let findings = before;
  const taken = new Map<string, Fix>();
  for (let round = 0; choose && round < ROUNDS && findings.length > 0; round += 1) {
    const chosen = findings.flatMap((finding) => choose(engine.fixes(uri, finding), finding) ?? []);
    const own = chosen.filter((one) => one.edits.every((edit) => !edit.uri || edit.uri === uri));
    const { fixes, edits } = compatible(own);
    // A fix of another file's lines alone is offered again in each round, since it changes nothing here.
    for (const [at, fix] of fixes.entries()) taken.set(fix.edits.length > 0 ? `${round} ${at}` : fix.title, fix);
    if (edits.length === 0) break;
    text = applied(text, edits);
    findings = await engine.lint({ uri, text }, around);
  }
  const done = [...taken.values()];
  return { before, secretSpans, text, findings, taken: done, additions: additionsOf(done) };
}

function additionsOf(fixes: readonly Fix[]): readonly LineAddition[] {
  const additions = new Map<string, LineAddition>();
  for (const one of fixes.flatMap((fix) => fix.additions ?? [])) additions.set(`${one.uri} ${one.line}`, one);
  return [...additions.values()];
}
