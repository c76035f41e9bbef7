import type { NamedProfile, ProviderFact, UseFact } from '../../advisor/survey';
import type { Credential } from '../../credentials/credential';
import { TERRAFORM_INPUTS } from '../../knowledge/environment';
import { PLANE_FACTS } from '../../knowledge/plane';
import type { Spot } from './node';

/** Which file is which, on this machine. */
export interface Files {
  /** The config that SDKs read when code names none. */
  readonly standard: string;
  /** The file that a path in code means; undefined for one that depends on where the program starts. */
  meant(path: string): string | undefined;
}

/** The lines of code that are seen to use a credential. */
export function usesOf(credential: Credential, uses: readonly UseFact[], files: Files): Spot[] {
  return uses
    .filter((use) => use.methods.includes(credential.method) && isUsedBy(credential, use, files))
    .map(({ uri, line, plane }) => ({ uri, line, text: PLANE_FACTS[plane].label }));
}

/** Blocks of Terraform whose identity comes from the variables of the environment. */
export function providersOf({ id }: Credential, providers: readonly ProviderFact[]): Spot[] {
  if (id !== 'environment:terraform') return [];
  return providers
    .filter(({ variables }) => variables.some((name) => TERRAFORM_INPUTS.includes(name)))
    .map(({ uri, line }) => ({ uri, line, text: 'Terraform provider' }));
}

/** A profile by its file and name, a key by the variable that it is read from, a principal by its method alone. */
function isUsedBy({ id, source, label, profile, location }: Credential, use: UseFact, files: Files): boolean {
  const { profiles, elsewhere = [], variables = [], cli = false } = use;
  switch (source) {
    case 'principal':
      return true;
    case 'config':
      if (profile === undefined || !location) return false;
      if (location.file === files.standard && profiles.includes(profile)) return true;
      return elsewhere.some((one) => one.profile === profile && files.meant(one.file) === location.file);
    case 'environment':
      return id === 'environment:cli' ? cli : variables.includes(label);
    case 'dotenv':
    case 'secret-storage':
      return variables.includes(label);
    default:
      return false;
  }
}

/** Where code of the credential's method names another profile. */
export function otherNames({ method, profile }: Credential, uses: readonly UseFact[]): NamedProfile[] {
  const places = new Map<string, NamedProfile>();
  // Code that names a file of its own would look for the profile there.
  for (const { methods, named, elsewhere = [] } of uses) {
    if (!methods.includes(method) || elsewhere.length > 0) continue;
    for (const one of named) if (one.profile !== profile) places.set(`${one.uri} ${one.line} ${one.character}`, one);
  }
  return [...places.values()];
}
