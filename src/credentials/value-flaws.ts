import { CONFIG_KEYS, type LineCode } from '../knowledge/config-file';
import type { Entry } from './entry';

const QUOTED = /^(["']).*\1$/;
/** Zero-width and no-break characters come along when people paste from a page. */
const INVISIBLE = /[\u00a0\u200b-\u200f\u2028\u2029\ufeff]/;

/** Whether a value may hold what most files have nowhere: other characters than those of ASCII, quotes, comments. */
export const mayBeFlawed = (text: string): boolean => /[^\t\n\x20\x21\x23-\x26\x28-\x7e]|[^\S\n][#;]/.test(text);

/** What makes a value another one than it seems to be. */
export function valueFlaws({ key, value }: Entry): LineCode[] {
  const flaws: LineCode[] = hasInvisible(value) ? ['control-character'] : [];
  // A pass phrase may hold anything.
  if (key === 'pass_phrase' || key === 'passphrase' || !CONFIG_KEYS.has(key)) return flaws;
  if (QUOTED.test(value)) flaws.push('quoted-value');
  else if (/\s[#;]/.test(value)) flaws.push('inline-comment');
  return flaws;
}

function hasInvisible(value: string): boolean {
  for (let index = 0; index < value.length; index++) {
    const code = value.charCodeAt(index);
    if ((code < 0x20 && code !== 0x09) || code === 0x7f) return true;
  }
  return INVISIBLE.test(value);
}
