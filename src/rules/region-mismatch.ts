import { findRegion } from '../knowledge/region';
import type { Fix, Report, Rule } from './contract';
import { onlyGenaiKey } from './flows';

const MESSAGES = {
  mismatch: (key: string, host: string) =>
    `The GenAI API key of this file belongs to ${key}, the host to ${host}: a key works in its own region only and answers 401 elsewhere.`,
};

/** The OCID of a key names its region, in full or by its short code (`…generativeaiapikey.oc1.ord.…`). */
const KEY_OCID = /ocid1\.generativeaiapikey\.oc\d+\.([a-z0-9-]+)\./g;

function regionsOfKeys(text: string): ReadonlySet<string> {
  const regions = new Set<string>();
  for (const match of text.matchAll(KEY_OCID)) {
    const name = match[1] ?? '';
    regions.add(findRegion(name)?.id ?? name);
  }
  return regions;
}

export const regionMismatch: Rule = {
  id: 'region-mismatch',
  severity: 'warning',
  title: 'GenAI API key of another region than the host',
  *check({ program, uses }): Iterable<Report> {
    const regions = regionsOfKeys(program.text);
    const [key, more] = regions;
    // Several keys: nobody can tell which one goes where.
    if (key === undefined || more !== undefined || !key.includes('-')) return;
    for (const use of uses) {
      const region = use.endpoint?.region;
      if (region === undefined || region === key || use.plane !== 'inference-openai' || !onlyGenaiKey(use)) continue;
      yield { span: use.call.callee.span, message: MESSAGES.mismatch(key, region), use };
    }
  },
  fixes({ program }, { use }): readonly Fix[] {
    const [key] = regionsOfKeys(program.text);
    const region = use?.endpoint?.region;
    if (!use || key === undefined || region === undefined) return [];
    const { start, end } = use.call.span;
    const at = program.text.slice(start, end).indexOf(`.${region}.`);
    if (at < 0) return [];
    const from = start + at + 1;
    const edits = [{ span: { start: from, end: from + region.length }, text: key }];
    return [{ title: `Call ${key}, where the key belongs`, safety: 'unsafe', preferred: true, edits }];
  },
};
