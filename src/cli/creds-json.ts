import type { Credential } from '../credentials/credential';
import type { Problem } from '../credentials/problem';
import type { Inventory } from '../machine/inventory';

/** The form that scripts rely on: fields are added, never renamed. */
export function inventoryAsJson({ held, places, cli }: Inventory): string {
  const credentials = held.map(({ credential }) => credential);
  const { profiles, identities } = grouped(credentials, (credential) => credential, credentialAsJson);
  const report = {
    version: 1,
    files: places.map(({ path, reason, problems }) => ({ path, reason, problems: problems.map(problemAsJson) })),
    profiles,
    identities,
    cli,
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

/** Profiles of files, and identities that are in none. Their `id` is the same in every report. */
export function grouped<T>(
  all: readonly T[],
  credentialOf: (one: T) => Credential,
  asJson: (one: T) => object,
): { readonly profiles: object[]; readonly identities: object[] } {
  const isProfile = (one: T): boolean => credentialOf(one).source === 'config';
  return {
    profiles: all.filter(isProfile).map(asJson),
    identities: all.filter((one) => !isProfile(one)).map(asJson),
  };
}

/** What no calendar has, a token or a service may still say. */
const isDate = (moment: number | undefined): moment is number =>
  moment !== undefined && !Number.isNaN(new Date(moment).getTime());

export function credentialAsJson({ label, expiry, problems, reach, location, ...rest }: Credential): object {
  return {
    name: label,
    ...rest,
    ...(isDate(expiry) ? { expiry: new Date(expiry).toISOString() } : {}),
    ...(location ? { file: location.file, line: location.line + 1 } : {}),
    problems: problems.map(problemAsJson),
    reach: Object.fromEntries(
      reach.map(({ plane, verdict, reason, certain }) => [plane, { verdict, reason, certain }]),
    ),
  };
}

/** Lines and columns count from one, as editors show them. */
function problemAsJson({ span, repair, ...rest }: Problem): object {
  return {
    ...rest,
    ...(span ? { line: span.line + 1, column: span.start + 1, endColumn: span.end + 1 } : {}),
    ...(repair && repair.kind !== 'open' ? { repair } : {}),
  };
}
