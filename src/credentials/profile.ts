import { DEFAULT_PROFILE } from '../knowledge/config-file';
import type { Method } from '../knowledge/method';
import type { ConfigFile, Section } from './config-file';
import type { Entry } from './entry';
import type { Span } from './problem';

/** The value that a profile has for a key, and whether it comes from `[DEFAULT]`. */
export interface ProfileValue {
  readonly value: string;
  readonly span: Span;
  readonly inherited: boolean;
}

/** One profile as Python, TypeScript, Java and .NET see it; Go sees its own entries only. */
export interface Profile {
  readonly name: string;
  readonly header: Span;
  readonly method: Method;
  readonly own: ReadonlyMap<string, Entry>;
  get(key: string): ProfileValue | undefined;
}

export function profilesOf(file: ConfigFile): Profile[] {
  const defaults = file.sections.get(DEFAULT_PROFILE);
  return [...file.sections.values()]
    .filter((section) => section !== defaults || section.entries.size > 0 || file.sections.size === 1)
    .map((section) => profileOf(section, section === defaults ? undefined : defaults));
}

function profileOf(section: Section, defaults: Section | undefined): Profile {
  const get = (key: string): ProfileValue | undefined => {
    const entry = section.entries.get(key);
    if (entry) return { value: entry.value, span: entry.valueSpan, inherited: false };
    const inherited = defaults?.entries.get(key);
    return inherited && { value: inherited.value, span: inherited.valueSpan, inherited: true };
  };
  const [header = { line: 0, start: 0, end: 0 }] = section.headers;
  return { name: section.name, header, own: section.entries, get, method: methodOf(section.entries, get) };
}

/** An own token file makes a session; one that comes from DEFAULT does so only where the profile names no user. */
function methodOf(own: Section['entries'], get: (key: string) => ProfileValue | undefined): Method {
  const type = get('authentication_type')?.value;
  if (type === 'instance_principal' && !own.has('user')) {
    return get('delegation_token_file')?.value ? 'delegation-token' : 'instance-principal';
  }
  const token = get('security_token_file');
  if (token?.value && (!token.inherited || !own.has('user'))) return 'session-token';
  return 'iam-api-key';
}

/** Both spellings: Go also reads `passphrase`. */
export function passphraseOf(profile: Pick<Profile, 'get'>): ProfileValue | undefined {
  const known = profile.get('pass_phrase');
  return known?.value ? known : (profile.get('passphrase') ?? known);
}

const NOWHERE: Span = { line: 0, start: 0, end: 0 };

/** Values that stand nowhere in a file, such as variables, in the shape of a profile; a profile beneath fills the gaps. */
export function looseProfile(
  name: string,
  method: Method,
  values: ReadonlyMap<string, string>,
  beneath?: Profile,
): Profile {
  const entryOf = ([key, value]: [string, string]): [string, Entry] => [
    key,
    { key, value, keySpan: NOWHERE, valueSpan: NOWHERE },
  ];
  const own = new Map([...(beneath?.own ?? []), ...[...values].map(entryOf)]);
  const get = (key: string): ProfileValue | undefined => {
    const value = values.get(key);
    if (value !== undefined) return { value, span: NOWHERE, inherited: false };
    const filled = beneath?.get(key);
    // Who lays variables over a profile knows what `[DEFAULT]` gives to it.
    return filled && { ...filled, inherited: false };
  };
  return { name, header: NOWHERE, own, get, method };
}
