import { type Credential, methodShown } from '../credentials/credential';
import { ago } from '../credentials/health/token';
import { byWeight, isUnhealthy, type Problem } from '../credentials/problem';
import { READER_LABELS } from '../knowledge/config-file';
import { PLANE_FACTS } from '../knowledge/plane';
import type { Inventory } from '../machine/inventory';
import type { Place } from '../machine/sources/source';
import { type Palette, paletteOf } from './palette';

export interface TextOptions {
  readonly colour: boolean;
  /** Every problem in words, instead of a count. */
  readonly details: boolean;
  readonly now: number;
}

const MARKS = { error: '✖', warning: '▲', info: '·' } as const;

/** What a person reads. */
export function inventoryAsText(inventory: Inventory, options: TextOptions): string {
  const palette = paletteOf(options.colour);
  const credentials = inventory.held.map(({ credential }) => credential);
  const lines = inventory.places.flatMap(({ problems, label }) =>
    problems.map((problem) => problemLine(problem, label, palette)),
  );
  let origin: string | undefined;
  for (const credential of credentials) {
    if (credential.origin !== origin) lines.push('', palette.bold(credential.origin));
    origin = credential.origin;
    lines.push(...credentialLines(credential, palette, options));
  }
  if (credentials.length === 0) lines.push('No credentials found.');
  lines.push('', summary(credentials, inventory.places, palette), '');
  return lines.join('\n').replace(/^\n/, '');
}

function credentialLines(credential: Credential, palette: Palette, { details, now }: TextOptions): string[] {
  const { label, region, expiry, problems, origin } = credential;
  const facts = [methodShown(credential), region, expiry === undefined ? undefined : lifetime(expiry, now)];
  const head =
    `  ${mark(credential, palette)} ${label.padEnd(20)} ${palette.dim(facts.filter(Boolean).join(' · '))}`.trimEnd();
  if (!details) {
    const count = problems.filter(({ severity }) => severity !== 'info').length;
    return [count === 0 ? head : `${head} ${palette.warning(`${count} problem${count === 1 ? '' : 's'}`)}`];
  }
  const told = [...problems].sort(byWeight).map((problem) => `      ${problemLine(problem, origin, palette)}`);
  return [head, ...told, ...reachLines(credential, palette)];
}

function reachLines({ reach }: Credential, palette: Palette): string[] {
  const named = (verdict: string): string =>
    reach
      .filter((entry) => entry.verdict === verdict)
      .map(({ plane }) => PLANE_FACTS[plane].label)
      .join(', ');
  return [
    ['works', palette.good('works')],
    ['discouraged', palette.warning('discouraged')],
    ['refused', palette.dim('refused')],
  ].flatMap(([verdict = '', shown = '']) => (named(verdict) ? [`      ${shown}: ${palette.dim(named(verdict))}`] : []));
}

function mark({ problems }: Credential, palette: Palette): string {
  if (problems.some(({ severity }) => severity === 'error')) return palette.bad(MARKS.error);
  return isUnhealthy(problems) ? palette.warning(MARKS.warning) : palette.good('✔');
}

/** With the place, as editors and terminals know how to open it. */
function problemLine({ severity, message, misreadBy, code, span }: Problem, place: string, palette: Palette): string {
  const paint = { error: palette.bad, warning: palette.warning, info: palette.dim }[severity];
  const readers = misreadBy?.map((reader) => READER_LABELS[reader]).join(', ');
  const everyone = misreadBy === undefined || misreadBy.length > 3;
  return `${paint(MARKS[severity])} ${message}${everyone ? '' : palette.dim(` [read differently by ${readers}]`)} ${palette.dim(`${code} (${span ? `${place}:${span.line + 1}` : place})`)}`;
}

const lifetime = (expiry: number, now: number): string =>
  expiry > now ? `expires in ${ago(expiry - now)}` : `expired ${ago(now - expiry)} ago`;

/** A file that hides its credentials makes nothing healthy. */
function summary(credentials: readonly Credential[], places: readonly Place[], palette: Palette): string {
  const bad = credentials.filter(({ problems }) => isUnhealthy(problems)).length;
  const files = places.filter(({ problems }) => isUnhealthy(problems)).length;
  const told = [
    ...(bad > 0 ? [`${bad} with problems`] : []),
    ...(files > 0 ? [`${files} file${files === 1 ? '' : 's'} with problems`] : []),
  ];
  const total = `${credentials.length} credential${credentials.length === 1 ? '' : 's'}`;
  if (told.length > 0) return palette.bad([total, ...told].join(', '));
  return credentials.length === 0 ? palette.dim(total) : palette.good(`${total}, all healthy`);
}
