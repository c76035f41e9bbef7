import type { Fix, TextEdit } from '../rules/contract';

/** The fix that may be applied without a person choosing; undefined where a choice is needed. */
export function automatic(fixes: readonly Fix[], unsafe: boolean): Fix | undefined {
  return fixes.find((fix) => fix.preferred && (unsafe || fix.safety === 'safe'));
}

export interface Together {
  readonly fixes: readonly Fix[];
  readonly edits: readonly TextEdit[];
}

/** As many fixes as go together: first come, first served, each whole or not at all. */
export function compatible(fixes: readonly Fix[]): Together {
  const edits: TextEdit[] = [];
  const taken: Fix[] = [];
  for (const fix of fixes) {
    // Two fixes that need one import share its edit.
    const own = fix.edits.filter((edit) => !edits.some((other) => same(edit, other)));
    if (!own.every((edit) => edits.every((other) => !collide(edit, other)))) continue;
    edits.push(...own);
    taken.push(fix);
  }
  return { fixes: taken, edits };
}

const same = (a: TextEdit, b: TextEdit): boolean =>
  a.uri === b.uri && a.span.start === b.span.start && a.span.end === b.span.end && a.text === b.text;

/** Two insertions at one place collide too: their order would be an accident. */
function collide(a: TextEdit, b: TextEdit): boolean {
  if (a.uri !== b.uri) return false;
  return a.span.start === b.span.start || (a.span.start < b.span.end && b.span.start < a.span.end);
}
