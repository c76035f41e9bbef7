import type { Program } from '../source/program';
import { bindingsOf } from './bound';
import { genaiKeys } from './genai-keys';
import { identities, passPhrases } from './identities';
import { isTestPath } from './placeholder';
import { privateKeys } from './private-keys';
import type { Secret } from './secret';
import { tokens } from './tokens';

/** What must stand in a text for it to hold a credential. */
const TRIGGER =
  /PRIVATE KEY|LS0tLS1CRUdJTi|\bsk-|ocid1\.(?:user|tenancy)|pass_?phrase|private_key_password|\bMI[IGH][A-Za-z0-9+/]{20}|\beyJ|ocir\.io|compat\.objectstorage/i;

/**
 * The literal credentials of a program. `path` is relative to the project: in tests and their data confidence is low.
 * `placeholders`, in lower case, mark values that the project made up.
 */
export function findSecrets(program: Program, path: string, placeholders: readonly string[] = []): readonly Secret[] {
  if (!program.index.has(TRIGGER)) return [];
  const confidence = isTestPath(path) ? 'low' : 'high';
  const bindings = bindingsOf(program);
  const secrets = [
    ...privateKeys(program, confidence),
    ...identities(program, bindings, confidence),
    ...passPhrases(program, bindings, confidence),
    ...tokens(program, bindings, confidence),
    ...genaiKeys(program, bindings, confidence),
  ];
  const seen = new Set<string>();
  return secrets.filter((one) => {
    const place = `${one.kind}:${one.span.start}`;
    if (placeholders.some((text) => one.reveal().toLowerCase().includes(text))) return false;
    return !seen.has(place) && Boolean(seen.add(place));
  });
}

export { configContent, sessionToken } from './config-content';
export { pemKeys } from './pem';
export { isFingerprint, isOcid, isPlaceholder, isTestPath } from './placeholder';
export { Secret, type SecretKind } from './secret';
