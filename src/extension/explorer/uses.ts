import type { UseFact } from '../../advisor/survey';
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
