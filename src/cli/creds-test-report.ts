import { methodShown } from '../credentials/credential';
import { PLANE_FACTS } from '../knowledge/plane';
import type { LiveResult } from '../live/main';
import { credentialAsJson, grouped } from './creds-json';
import type { Tested } from './creds-test';
import { type Palette, paletteOf } from './palette';

/** The form that scripts rely on: fields are added, never renamed. */
export function testedAsJson(tested: readonly Tested[]): string {
  const { profiles, identities } = grouped(tested, ({ held }) => held.credential, testAsJson);
  return `${JSON.stringify({ version: 1, profiles, identities }, undefined, 2)}\n`;
}

const testAsJson = ({ held, report }: Tested): object => ({
  ...credentialAsJson(held.credential),
  tested: report !== undefined,
  ...(report ? { testedAt: new Date(report.at).toISOString(), results: report.results } : {}),
});

const MARKS = { good: '✔', warning: '▲', bad: '✖', info: '·' } as const;

export function testedAsText(tested: readonly Tested[], colour: boolean): string {
  const palette = paletteOf(colour);
  const lines = tested.flatMap(({ held: { credential }, report }) => [
    `${palette.bold(credential.label)} ${palette.dim(methodShown(credential) ?? '')}`.trimEnd(),
    ...(report ? reportLines(report.results, palette) : [untested(palette)]),
    '',
  ]);
  return lines.length === 0 ? 'No credentials found.\n' : `${lines.join('\n')}\n`;
}

const untested = (palette: Palette): string =>
  `  ${palette.bad(MARKS.bad)} not tested: it lacks what a request needs (principled creds check says what)`;

/** What to do about a verdict is said once. */
function reportLines(results: readonly LiveResult[], palette: Palette): string[] {
  const advised = new Set<string>();
  return results.flatMap((result) => {
    const { verdict, tone, causes } = result;
    const known = tone === 'good' || advised.has(verdict);
    advised.add(verdict);
    const advice = causes.map(({ cause, next }) => `      ${palette.dim(`${cause}:`)} ${next}`);
    return [resultLine(result, palette), ...(known ? [] : advice)];
  });
}

function resultLine({ subject, tone, words, status, code, requestId }: LiveResult, palette: Palette): string {
  const paint = { good: palette.good, warning: palette.warning, bad: palette.bad, info: palette.dim }[tone];
  const name = subject === 'identity' ? 'identity' : PLANE_FACTS[subject].label;
  const trace = [status, code === String(status) ? undefined : code, requestId].filter(Boolean).join(' ');
  return `  ${paint(MARKS[tone])} ${name.padEnd(28)} ${words} ${palette.dim(trace)}`.trimEnd();
}
