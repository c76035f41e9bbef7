import type { ServiceUse } from '../../../flow/uses';
import type { Target } from '../../../knowledge/sdks/target';
import type { Entry, RecordExpr } from '../../../source/program';
import type { TextEdit } from '../../contract';
import { appendedArgument } from '../edits';
import { httpxAuth } from './httpx';
import type { PythonModule } from './module';
import { named, signer } from './signer';

/** `requests.post(url, headers={"Authorization": …})` becomes `requests.post(url, auth=…)`; sessions take it too. */
export function request(module: PythonModule, use: ServiceUse, target: Target): TextEdit[] | undefined {
  const { call, path } = use;
  if (call.callee.k !== 'member') return undefined;
  const auth = path.startsWith('httpx.')
    ? httpxAuth(module, target)
    : path.startsWith('requests.')
      ? signer(module, target)
      : undefined;
  if (auth === undefined) return undefined;
  const given = named(call, 'auth');
  if (given) return [{ span: given.value.span, text: auth }];
  const headers = named(call, 'headers');
  const entries = headers?.value.k === 'record' ? headers.value.entries : [];
  const entry = entries.find(isAuthorization);
  if (headers && entry && entries.length === 1) return [{ span: headers.span, text: `auth=${auth}` }];
  const appended = appendedArgument(module.program.text, call, `auth=${auth}`);
  if (!headers || !entry || headers.value.k !== 'record') return appended && [appended];
  const behind = { start: headers.span.end, end: headers.span.end };
  return [withoutEntry(headers.value, entry), { span: behind, text: `, auth=${auth}` }];
}

export const isAuthorization = ({ key }: Entry): boolean => key?.toLowerCase() === 'authorization';

export function withoutEntry({ entries }: RecordExpr, entry: Entry): TextEdit {
  const at = entries.indexOf(entry);
  const next = entries[at + 1];
  const start = next ? entry.span.start : (entries[at - 1]?.span.end ?? entry.span.start);
  return { span: { start, end: next?.span.start ?? entry.span.end }, text: '' };
}
