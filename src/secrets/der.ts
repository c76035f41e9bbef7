/** Bytes of base64 text, blanks ignored; undefined when it is none. */
export function fromBase64(text: string): Uint8Array | undefined {
  const whole = text.replace(/\s/g, '').replace(/-/g, '+').replace(/_/g, '/');
  const padding = whole.indexOf('=');
  const packed = padding < 0 ? whole : whole.slice(0, padding);
  if (!/^=*$/.test(whole.slice(packed.length))) return undefined;
  if (packed === '' || packed.length % 4 === 1 || !/^[A-Za-z0-9+/]+$/.test(packed)) return undefined;
  const binary = atob(packed);
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}

interface Value {
  readonly tag: number;
  readonly start: number;
  readonly end: number;
}

const INTEGER = 2;
const OCTETS = 4;
const OBJECT_ID = 6;
const SEQUENCE = 0x30;

/** The value that begins at an offset; undefined where the bytes are no DER or end too early. */
function valueAt(bytes: Uint8Array, at: number): Value | undefined {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined) return undefined;
  const count = first < 0x80 ? 0 : first & 0x7f;
  if (count > 4) return undefined;
  let length = count === 0 ? first : 0;
  for (let digit = 0; digit < count; digit += 1) length = length * 256 + (bytes[at + 2 + digit] ?? 0);
  const start = at + 2 + count;
  return start + length <= bytes.length ? { tag, start, end: start + length } : undefined;
}

function childrenOf(bytes: Uint8Array, parent: Value): Value[] {
  const found: Value[] = [];
  for (let at = parent.start; at < parent.end && found.length < 16; ) {
    const value = valueAt(bytes, at);
    if (!value) return [];
    found.push(value);
    at = value.end;
  }
  return found;
}

const SMALLEST = 32;

/** Whether bytes are a private key: PKCS#1, DSA, SEC 1, PKCS#8 (encrypted or not) or OpenSSH's own form. */
export function isPrivateKey(bytes: Uint8Array): boolean {
  if (isOpenSsh(bytes)) return true;
  const outer = valueAt(bytes, 0);
  if (outer?.tag !== SEQUENCE || outer.end !== bytes.length || bytes.length < SMALLEST) return false;
  if (!isVaried(bytes)) return false;
  const [first, second, third] = childrenOf(bytes, outer);
  if (!first || !second) return false;
  if (first.tag === SEQUENCE)
    return second.tag === OCTETS && beginsWithId(bytes, first) && second.end - second.start >= SMALLEST;
  if (first.tag !== INTEGER || first.end - first.start !== 1) return false;
  if (second.tag === SEQUENCE) return third?.tag === OCTETS && beginsWithId(bytes, second);
  if (second.tag === OCTETS) return second.end - second.start >= 24;
  return second.tag === INTEGER && third?.tag === INTEGER && second.end - second.start >= 64;
}

const beginsWithId = (bytes: Uint8Array, value: Value): boolean => childrenOf(bytes, value)[0]?.tag === OBJECT_ID;

const OPENSSH = 'openssh-key-v1\0';
const isOpenSsh = (bytes: Uint8Array): boolean =>
  bytes.length > 80 && [...OPENSSH].every((char, at) => bytes[at] === char.charCodeAt(0));

/** Keys and ciphertext use most byte values; made-up bodies do not. */
export function isVaried(bytes: Uint8Array): boolean {
  return new Set(bytes).size >= Math.min(120, bytes.length / 3);
}
