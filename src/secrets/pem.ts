import { fromBase64, isPrivateKey, isVaried } from './der';

export interface Pem {
  /** Where the header begins in the text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The OCI CLI's trailer follows. */
  readonly labelled: boolean;
}

const HEADER = /-----BEGIN (?:(?:RSA|EC|DSA|ENCRYPTED|OPENSSH) )?PRIVATE KEY-----/g;
const FOOTER = /-----END (?:[A-Z]+ )?PRIVATE KEY-----/;
/** No key is longer: RSA of 16,384 bits in PEM has some 13,000 characters. */
const LONGEST = 24_000;

/** The private keys that stand in a text with a body that really is one. */
export function pemKeys(text: string): Pem[] {
  const found: Pem[] = [];
  for (const match of text.matchAll(HEADER)) {
    const from = match.index + match[0].length;
    const footer = FOOTER.exec(text.slice(from, from + LONGEST));
    if (!footer) continue;
    const end = from + footer.index + footer[0].length;
    if (!isKeyBody(text.slice(from, from + footer.index))) continue;
    const labelled = /^\s*OCI_API_KEY/.test(text.slice(end, end + 24));
    found.push({ start: match.index, end, text: text.slice(match.index, end), labelled });
  }
  return found;
}

/** Whether a text opens a key that it does not end. */
export function opensKey(text: string): boolean {
  const start = text.lastIndexOf('-----BEGIN');
  return (
    start >= 0 &&
    !text.includes('-----END', start) &&
    /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY/.test(text.slice(start, start + 60))
  );
}

export const endsKey = (text: string): boolean => FOOTER.test(text);

/** A line's part of a key is its longest run of base64: comment signs, quotes and operators around it are shorter. */
function keyPart(line: string): string {
  const runs = line.match(/[A-Za-z0-9+/]+={0,2}/g) ?? [];
  return runs.reduce((longest, run) => (run.length >= longest.length ? run : longest), '');
}

const LONGEST_LINE = 8_000;

/** The keys of a source text in carriers that no parser joins, such as comments; each line freed of what surrounds it. */
export function pemKeysInSource(text: string): Pem[] {
  const found: Pem[] = [];
  for (const match of text.matchAll(HEADER)) {
    const from = match.index + match[0].length;
    const footer = FOOTER.exec(text.slice(from, from + LONGEST));
    if (!footer) continue;
    const body = text
      .slice(from, from + footer.index)
      .replace(/\\[rn]/g, '\n')
      .split('\n')
      .map((line) => (line.length > LONGEST_LINE || line.includes(': ') ? '' : keyPart(line)))
      .join('\n');
    const end = from + footer.index + footer[0].length;
    if (isKeyBody(body)) found.push({ start: match.index, end, text: text.slice(match.index, end), labelled: false });
  }
  return found;
}

function isKeyBody(raw: string): boolean {
  const body = raw.replace(/\\[rn]/g, '\n');
  const encrypted = /^\s*Proc-Type: 4,ENCRYPTED/.test(body);
  const bytes = fromBase64(encrypted ? body.replace(/^[A-Za-z-]+: .*$/gm, '') : body);
  if (!bytes) return false;
  return encrypted ? bytes.length >= 64 && isVaried(bytes) : isPrivateKey(bytes);
}

/** `MII…`: DER of a key without header, or `LS0tLS1CRUdJTi…`: a whole PEM in base64 once more. */
export function wrappedKey(text: string): Pem | undefined {
  const packed = text.length < LONGEST * 2 ? text.trim() : '';
  if (packed.length < 160 || !/^(?:MI|LS0tLS1CRUdJTi)/.test(packed)) return undefined;
  const bytes = fromBase64(packed.replace(/\\[rn]/g, ''));
  if (!bytes) return undefined;
  const whole = { start: text.indexOf(packed.slice(0, 8)), end: text.length, text: packed };
  if (packed.startsWith('MI')) return isPrivateKey(bytes) ? { ...whole, labelled: false } : undefined;
  const [inner] = pemKeys(String.fromCharCode(...bytes));
  return inner && { ...whole, labelled: inner.labelled };
}
