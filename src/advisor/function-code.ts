import { FUNCTION_FORMS } from '../knowledge/code';
import type { Method } from '../knowledge/method';
import type { Plan } from './plan';

/** Functions calls a handler; methods that read a file of this machine are shown as programs, which run here alone. */
export function asFunction(written: Pick<Plan, 'code' | 'codeNote'>, method: Method): Pick<Plan, 'code' | 'codeNote'> {
  const { code } = written;
  if (!code || (method !== 'resource-principal' && method !== 'genai-api-key')) return written;
  const form = FUNCTION_FORMS[code.language];
  if (!form) return { ...written, codeNote: 'Functions runs no shell script: another language gives the function.' };
  return { ...written, code: { ...code, text: form.handler(code.text), file: form.file } };
}
