import { plainText } from '../../knowledge/errors/normal';
import { causesOf } from '../../knowledge/errors/recognise';
import { blockAround } from './block';
import { mayBeOciError } from './error-words';

const isOciError = (text: string): boolean => mayBeOciError(text) && causesOf(text).length > 0;

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

/**
 * Whether a line leads to an explanation: it is an error by itself, or a piece of one of several lines of which none is.
 * What else stands around an error stays as it is.
 */
export function leadsToError(line: string, printed: () => string): boolean {
  if (!mayBeOciError(line)) return false;
  if (isOciError(line)) return true;
  const whole = wholeError(printed(), line);
  return whole !== line && !whole.split('\n').some(isOciError);
}
