import { realmOfOcid } from '../knowledge/region';
import { ago } from './health/token';
import type { Problem } from './problem';

/** States of one of the two secrets of a key object (`api_key_item.py`). */
export type GenAiKeyState = 'ACTIVE' | 'INACTIVE' | 'REVOKED' | 'EXPIRED' | 'DELETED';

/** What is known of a GenAI API key besides its secret. */
export interface GenAiKeyFacts {
  readonly name: string;
  readonly region?: string;
  readonly expires?: number;
  readonly state?: GenAiKeyState;
  /** The key object of OCI and the secret within it, once OCI has told which it is. */
  readonly ocid?: string;
  readonly item?: string;
  /** A file that a program loads, such as `.env`. */
  readonly inFile?: boolean;
  /** Renewed in OCI, but its vault did not take the new secret: only one window still has it, or nobody. */
  readonly unstored?: 'held' | 'lost';
}

const SOON_MS = 14 * 86_400_000;
const SHAPE = /^sk-[A-Za-z0-9_-]{32,}$/;

/** What the secret itself shows, without ever being named. */
export function genAiSecretProblems(secret: string): Problem[] {
  const text = secret.trim();
  if (text.startsWith('ocid1.') && realmOfOcid(text)) {
    return [problem('error', 'genai-key-is-ocid', 'this is the OCID of a key, not its secret, which starts with sk-')];
  }
  if (SHAPE.test(text)) return [];
  return [problem('warning', 'genai-key-malformed', 'this does not look like a GenAI API key: they start with sk-')];
}

export function genAiKeyProblems({ state, expires, region, inFile, unstored }: GenAiKeyFacts, now: number): Problem[] {
  const problems: Problem[] = [];
  if (unstored) problems.push(UNSTORED[unstored]);
  if (state !== undefined && state !== 'ACTIVE') {
    problems.push(problem('error', 'genai-key-not-active', `the key is ${state.toLowerCase()}`));
  }
  if (expires !== undefined && expires <= now) {
    problems.push(problem('error', 'genai-key-expired', `the key expired ${ago(now - expires)} ago`));
  } else if (expires !== undefined && expires - now < SOON_MS) {
    problems.push(problem('warning', 'genai-key-expiring', `the key expires in ${ago(expires - now)}`));
  }
  if (region === undefined) {
    problems.push(problem('info', 'genai-key-region-missing', 'a key works in one region only, and none is known'));
  }
  if (inFile) problems.push(problem('info', 'genai-key-in-file', 'the key stands in a file: keep it out of git'));
  return problems;
}

const UNSTORED: Readonly<Record<NonNullable<GenAiKeyFacts['unstored']>, Problem>> = {
  held: {
    code: 'genai-key-unstored',
    severity: 'warning',
    message: 'the new secret is not stored yet, and is forgotten when this window closes: unlock the keyring',
    repair: { kind: 'store-secret' },
  },
  lost: {
    code: 'genai-key-unstored',
    severity: 'error',
    message: 'the key was renewed in OCI, but the new secret was not stored here: renew it again',
  },
};

const problem = (severity: Problem['severity'], code: Problem['code'], message: string): Problem => ({
  severity,
  code,
  message,
});
