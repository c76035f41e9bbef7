import type { ServiceUse } from '../../../flow/uses';
import type { Target } from '../../../knowledge/sdks/target';
import type { TextEdit } from '../../contract';
import { appendedArgument } from '../edits';
import { middlewares } from './aiohttp';
import { isAuthorization, withoutEntry } from './entry';
import { httpxAuth } from './httpx';
import type { PythonModule } from './module';
import { named, signer } from './signer';
import { opened } from './urllib';

/** `requests.post(url, headers={"Authorization": …})` becomes `requests.post(url, auth=…)`; sessions take it too. */
export function request(module: PythonModule, use: ServiceUse, target: Target): TextEdit[] | undefined {
  const { call, path } = use;
  if (path.startsWith('urllib.')) return opened(module, use, target);
  if (call.callee.k !== 'member') return undefined;
  const signed = argument(module, use, target);
  if (signed === undefined) return undefined;
  const given = named(call, 'auth');
  // Only the value changes: who looks for what is still named must not find the word.
  if (given && signed.startsWith(AUTH)) return [{ span: given.value.span, text: signed.slice(AUTH.length) }];
  const headers = named(call, 'headers');
  const entries = headers?.value.k === 'record' ? headers.value.entries : [];
  const entry = entries.find(isAuthorization);
  if (headers && entry && entries.length === 1) return [{ span: headers.span, text: signed }];
  const appended = appendedArgument(module.program.text, call, signed);
  if (!headers || !entry || headers.value.k !== 'record') return appended && [appended];
  const behind = { start: headers.span.end, end: headers.span.end };
  return [withoutEntry(headers.value, entry), { span: behind, text: `, ${signed}` }];
}

/** What each library is told, so that it signs. */
function argument(module: PythonModule, use: ServiceUse, target: Target): string | undefined {
  const { path } = use;
  if (path.startsWith('aiohttp.')) return middlewares(module, use, target);
  if (path.startsWith('requests.')) return AUTH + signer(module, target);
  const auth = path.startsWith('httpx.') ? httpxAuth(module, target) : undefined;
  return auth && AUTH + auth;
}

const AUTH = 'auth=';
