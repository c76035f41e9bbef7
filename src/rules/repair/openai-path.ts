import type { ServiceUse } from '../../flow/uses';
import { HOLE, OPENAI_PATH } from '../../knowledge/host';
import type { Fix, RuleContext } from '../contract';

/** The base URL of an OpenAI client that ends in a path of the native API: the host stays, and takes the key. */
export function toOpenAiPath({ program }: RuleContext, { plane, endpoint }: ServiceUse): readonly Fix[] {
  const path = endpoint?.path ?? '';
  if (plane !== 'inference-native' || path === '' || path.includes(HOLE)) return [];
  const [start, more] = program.index.offsetsOf(path);
  // The literal holds the path once, and nothing behind it.
  if (start === undefined || more !== undefined || !/["'`]/.test(program.text[start + path.length] ?? '')) return [];
  const edits = [{ span: { start, end: start + path.length }, text: OPENAI_PATH }];
  return [{ title: `Use ${OPENAI_PATH}, the path of OpenAI clients`, safety: 'unsafe', preferred: true, edits }];
}
