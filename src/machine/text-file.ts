import { readFile, writeFile } from 'node:fs/promises';

type Encoding = 'utf-8' | 'utf-16le' | 'latin1';

/** A file's text and what is needed to write it back byte for byte where nothing changed. */
export interface TextFile {
  readonly text: string;
  readonly encoding: Encoding;
  readonly bom: boolean;
}

const UTF8_BOM = [0xef, 0xbb, 0xbf];
const UTF16_BOM = [0xff, 0xfe];
const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);

/** Undefined for binary files. Bytes that are no UTF-8 are read as Latin-1, so that offsets and a rewrite stay exact. */
export function decodeText(bytes: Uint8Array): TextFile | undefined {
  if (startsWith(bytes, UTF16_BOM)) {
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le', bom: true };
  }
  if (bytes.subarray(0, 8192).includes(0)) return undefined;
  const bom = startsWith(bytes, UTF8_BOM);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8', bom };
  } catch {
    return { text: Buffer.from(bytes).toString('latin1'), encoding: 'latin1', bom: false };
  }
}

function encodeText(file: TextFile): Uint8Array {
  const body = Buffer.from(
    file.text,
    file.encoding === 'utf-8' ? 'utf8' : file.encoding === 'latin1' ? 'latin1' : 'utf16le',
  );
  if (!file.bom) return body;
  return Buffer.concat([Buffer.from(file.encoding === 'utf-8' ? UTF8_BOM : UTF16_BOM), body]);
}

export async function readText(file: string): Promise<TextFile | undefined> {
  return decodeText(await readFile(file));
}

export async function writeText(file: string, content: TextFile): Promise<void> {
  await writeFile(file, encodeText(content));
}

const EMPTY: TextFile = { text: '', encoding: 'utf-8', bom: false };

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** A text with one more line at its end; what stands in it already is not repeated. */
export function withLine(text: string, line: string): string {
  if (text.split(/\r?\n/).some((one) => one === line || (line.endsWith('=') && one.startsWith(line)))) return text;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return `${text}${text === '' || text.endsWith('\n') ? '' : eol}${line}${eol}`;
}

/** The same for a file, which may not be there yet. */
export async function addLine(file: string, line: string): Promise<void> {
  const known = await readText(file).catch((error: unknown) => (isMissing(error) ? EMPTY : Promise.reject(error)));
  if (!known) return;
  const text = withLine(known.text, line);
  if (text !== known.text) await writeText(file, { ...known, text });
}
