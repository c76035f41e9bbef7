import type { TextEncoding } from '../credentials/file-state';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
}

/**
 * The text of a file whatever it is written in, such that `encodeCredential` gives the same bytes back. A byte order mark
 * of UTF-8 stays in the text: some readers stumble over it.
 */
export function decodeCredential(bytes: Uint8Array): DecodedText {
  const wide = utf16In(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: 'utf-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: Buffer.from(bytes).toString('latin1'), encoding: bytes.includes(0) ? 'binary' : 'latin1' };
  }
}

/** Undefined where the text cannot be written so: nobody edits what no SDK reads. */
export function encodeCredential({ text, encoding }: DecodedText): Buffer | undefined {
  if (encoding !== 'utf-8' && encoding !== 'latin1') return undefined;
  const bytes = Buffer.from(text, encoding === 'utf-8' ? 'utf8' : 'latin1');
  return decodeCredential(bytes).text === text ? bytes : undefined;
}

/** By its mark, or because every other byte is nothing. */
function utf16In(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (bytes.length < 4 || bytes.length % 2 !== 0) return undefined;
  const empty = (offset: number): boolean =>
    bytes.subarray(0, 64).every((byte, at) => (at % 2 === offset) === (byte === 0));
  return empty(1) ? 'utf-16le' : empty(0) ? 'utf-16be' : undefined;
}
