import type { NamedProfile, UseFact } from '../../advisor/survey';
import type { Credential } from '../../credentials/credential';
import { PLANE_FACTS } from '../../knowledge/plane';
import type { Spot } from './node';

/** The lines of code that are seen to use a credential: a profile by its name, a principal by its method. */
export function usesOf(credential: Credential, uses: readonly UseFact[]): Spot[] {
  return uses
    .filter((use) => isUsedBy(credential, use))
    .map(({ uri, line, plane }) => ({ uri, line, text: PLANE_FACTS[plane].label }));
}

function isUsedBy({ source, method, profile }: Credential, { methods, profiles }: UseFact): boolean {
  if (!methods.includes(method)) return false;
  if (source === 'principal') return true;
  return source === 'config' && profile !== undefined && profiles.includes(profile);
}

/** Where code of the credential's method names another profile. */
export function otherNames({ method, profile }: Credential, uses: readonly UseFact[]): NamedProfile[] {
  const places = new Map<string, NamedProfile>();
  for (const { methods, named } of uses) {
    if (!methods.includes(method)) continue;
    for (const one of named) if (one.profile !== profile) places.set(`${one.uri} ${one.line} ${one.character}`, one);
  }
  return [...places.values()];
}
