import { rotation, type Shown } from '../../../knowledge/rotation';
import { isFingerprint, isOcid, type Secret, type SecretKind, sessionToken } from '../../../secrets';
import type { Program } from '../../../source/program';
import type { Step } from '../../contract';

const OCID = /\bocid1\.(?:user|generativeaiapikey)\.[\w.-]{10,200}\w/g;
const FINGERPRINT = /(?<![0-9a-f:])(?:[0-9a-f]{2}:){15}[0-9a-f]{2}(?![0-9a-f:])/gi;

/** The command as messages name it: what they say reaches logs and reports, so nothing of the identity stands in it. */
export const rotationOf = ({ kind }: Secret): string => rotation(kind);

/** Where a file names several, nobody can tell which is meant. */
function shownIn(text: string): Shown {
  const only = (all: Iterable<string>): string | undefined => {
    const [one, more] = new Set(all);
    return more === undefined ? one : undefined;
  };
  const ocids = text.match(OCID) ?? [];
  return {
    user: only(ocids.filter((one) => isOcid(one, 'user'))),
    key: only(ocids.filter((one) => one.startsWith('ocid1.generativeaiapikey.'))),
    fingerprint: only((text.match(FINGERPRINT) ?? []).filter(isFingerprint)),
  };
}

const NAMES: Readonly<Record<SecretKind, string>> = {
  'private-key': 'the key',
  'iam-identity': 'the key of this identity',
  'pass-phrase': 'the key of this pass phrase',
  'session-token': 'the session',
  'auth-token': 'the auth token',
  'customer-secret-key': 'the customer secret key',
  'genai-key': 'the GenAI API key',
};

/** What a person does then: the command with the user and the key that the file names. */
export const rotate = (program: Program, secret: Secret): Step => ({
  kind: 'rotate',
  what: NAMES[secret.kind],
  command: rotation(secret.kind, shownIn(program.text)),
});

/** The same for a config as a whole, or the token of a session. */
export function rotateIn({ text }: Program): Step {
  const kind = sessionToken(text) === undefined ? 'private-key' : 'session-token';
  return { kind: 'rotate', what: NAMES[kind], command: rotation(kind, shownIn(text)) };
}
