import { SERVICE_PATH } from '../knowledge/host';
import type { Change } from '../source/program';

/** The longest trigger; an edit can complete one that stands this far around it. */
const LONGEST = 20;

/**
 * Words without which no rule has anything to say. Case-sensitive and specific: a plain `oci` would let one file in
 * twenty through ("associate", "social").
 */
const WORDS =
  /generative-?_?[aA][iI]|Generative[aA][iI]|genai[-_]agent|oracle|O[cC][iI]|\boci\b|\boci[-._/]|_oci\b|PRIVATE KEY|ocid1\.|fingerprint|\bsk-|LS0tLS1CRUdJTi|private_key|pass_?phrase|security_token|key_content|\bocir\b|eyJraWQiOiJ|\bMII[A-Z][A-Za-z0-9]BA|adk|OpenAI|principled:/;

const PATTERN = new RegExp(`${WORDS.source}|${SERVICE_PATH.source}`);

/** Whether a text can hold findings at all. */
export function mayMatter(text: string): boolean {
  return PATTERN.test(text);
}

/** The same after an edit to a text that did not matter: only what changed can have made it matter. */
export function mayMatterAfter(text: string, change: Change): boolean {
  const from = Math.max(0, change.start - LONGEST);
  return PATTERN.test(text.slice(from, change.start + change.text.length + LONGEST));
}
