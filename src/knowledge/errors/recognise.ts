import type { CauseId } from './cause';
import { CLIENTS, WRAPPERS } from './clients';
import { CONFIG_FILES } from './config-files';
import { FOREIGN } from './foreign';
import { compact, plainText } from './normal';
import { occurs } from './occurs';
import { CONNECTIONS, REQUESTS } from './other-answers';
import { PRINCIPALS } from './principals';
import { PRIVATE_KEYS } from './private-keys';
import { REFUSED_ANSWERS, STATUS_403_ANSWERS } from './refused';
import type { Signature } from './signature';
import { triggersOf } from './trigger';
import { STATUS_401_ANSWERS, UNPROVEN_ANSWERS } from './unproven';
import { OCI } from './words';

/** The first that fits speaks: what stopped before OCI was asked, then what OCI answered. */
const SIGNATURES: readonly Signature[] = [
  ...CLIENTS,
  ...PRINCIPALS,
  ...PRIVATE_KEYS,
  ...CONFIG_FILES,
  ...WRAPPERS,
  ...UNPROVEN_ANSWERS,
  ...REQUESTS,
  ...REFUSED_ANSWERS,
  ...STATUS_401_ANSWERS,
  ...STATUS_403_ANSWERS,
  ...CONNECTIONS,
];

const TRIGGERS = triggersOf(SIGNATURES);

/** Whether a line may belong to an error that we know: cheap enough for every line of a terminal. */
export function mayBeError(line: string): boolean {
  const lower = line.toLowerCase();
  return TRIGGERS.some((piece) => lower.includes(piece));
}

type Found = (piece: string) => boolean;

/** What an error text is; undefined when it is none that we know. */
export function recognise(text: string): Signature | undefined {
  const found = finder(text);
  const signature = SIGNATURES.find((one) => fits(one, found));
  return signature && FOREIGN.some(found) && !OCI.some(found) ? undefined : signature;
}

/** The causes of an error text, most likely first; empty when it is none that we know. */
export const causesOf = (text: string): readonly CauseId[] => recognise(text)?.causes ?? [];

/** Finds pieces in lower case in a text. */
function finder(text: string): Found {
  const normal = plainText(text).toLowerCase();
  const dense = text.includes('\n') ? compact(normal) : '';
  // Words may be broken at the end of a line; a short piece may also arise where two words meet.
  return (piece) => occurs(piece, normal) || (piece.length >= 16 && dense.includes(compact(piece)));
}

function fits(signature: Signature, found: Found): boolean {
  if (signature.none?.some(found)) return false;
  return signature.all.every((entry) => (typeof entry === 'string' ? found(entry) : entry.some(found)));
}
