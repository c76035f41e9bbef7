import type { World } from '../server/world';

const BEGIN = /-----BEGIN (?:RSA |ENCRYPTED )?PRIVATE KEY-----/;
const END = /-----END (?:RSA |ENCRYPTED )?PRIVATE KEY-----/;

/**
 * Puts the identity that the local OCI knows into a program that embeds one: user, tenancy, fingerprint,
 * private key and GenAI API key. Everything else stays as it is written.
 */
export function asLocalIdentity(text: string, world: World): string {
  const user = world.users[0];
  const secret = world.genAiKeys[0]?.items[0]?.secret ?? '';
  if (!user) return text;
  return withPrivateKey(text, user.keys.privatePem.trim())
    .replace(/\bocid1\.user\.oc1\.[a-z0-9-]*\.[a-z0-9]+/g, user.ocid)
    .replace(/\bocid1\.tenancy\.oc1\.[a-z0-9-]*\.[a-z0-9]+/g, world.tenancy)
    .replace(/\b(?:[0-9a-f]{2}:){15}[0-9a-f]{2}\b/g, user.fingerprint)
    .replace(/\bsk-[A-Za-z0-9_-]{32,}/g, secret);
}

/** Keeps the way in which the program writes line ends: as they are, or escaped. */
function withPrivateKey(text: string, privatePem: string): string {
  const begin = BEGIN.exec(text);
  if (!begin) return text;
  const end = END.exec(text.slice(begin.index));
  if (!end) return text;
  const stop = begin.index + end.index + end[0].length;
  const escaped = text.slice(begin.index, stop).includes('\\n');
  const key = escaped ? privatePem.replaceAll('\n', '\\n') : privatePem;
  return text.slice(0, begin.index) + key + withPrivateKey(text.slice(stop), privatePem);
}
