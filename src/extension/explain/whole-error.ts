import { causesOf, plainText } from '../../knowledge/errors';
import { blockAround } from './block';

/** The error to which a line of a terminal belongs; the line itself where more is not known of it. */
export function wholeError(printed: string, line: string): string {
  const wanted = plainText(line).trim();
  const lines = printed.split(/\r?\n/);
  const plain = lines.map((one) => plainText(one).trim());
  const at = plain.findLastIndex((one) => one !== '' && (one === wanted || one.includes(wanted)));
  if (at < 0) return line;
  const block = blockAround(plain, at);
  return causesOf(block).length > 0 ? block : line;
}
