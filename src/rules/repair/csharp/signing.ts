import type { ServiceUse } from '../../../flow/uses';
import { CSHARP_SIGNING, csharpSigningOf } from '../../../knowledge/sdks/csharp-signing';
import type { Target } from '../../../knowledge/sdks/target';
import type { Span } from '../../../source/program';
import type { TextEdit } from '../../contract';
import { beginsStatement, suffixOf } from '../edits';
import type { CSharpModule } from './module';
import { chosen } from './provider';

/** `client.SendAsync(request)` with a key becomes `client.SendAsync(OciSigned.Sign(request))` without one. */
export function signRequest(module: CSharpModule, use: ServiceUse, target: Target): TextEdit[] | undefined {
  const { callee, args } = use.call;
  const message = args[0]?.value;
  const { text } = module.program;
  if (callee.k !== 'member' || !/^Send(?:Async)?$/.test(callee.name) || message?.k !== 'name') return undefined;
  const header = headerOf(text, message.name, use.call.span);
  if (!header || !isAbsolute(text, message.name, use.call.span)) return undefined;
  const type = `${CSHARP_SIGNING}${suffixOf(use.origin.uri)}`;
  const made = chosen(module, use, target);
  if (!module.addClass(type, csharpSigningOf(type, made))) return undefined;
  return [{ span: header, text: '' }, { span: message.span, text: `${type}.Sign(${message.name})` }, ...module.edits()];
}

/** The statement that sets the key, in lines of its own. */
function headerOf(text: string, message: string, { start }: Span): Span | undefined {
  const set = `${message}\\.Headers\\.(?:Authorization\\s*=|(?:Add|TryAddWithoutValidation)\\("Authorization",)`;
  const [found, more] = [...text.slice(0, start).matchAll(new RegExp(`^[ \\t]*${set}[^;]*;[ \\t]*\\r?\\n`, 'gm'))];
  if (!found || more || !beginsStatement(text, found.index)) return undefined;
  return { start: found.index, end: found.index + found[0].length };
}

/** A path that the client completes cannot be signed before it does. */
function isAbsolute(text: string, message: string, { start }: Span): boolean {
  const made = new RegExp(`\\b${message} = new(?: HttpRequestMessage)?\\(\\s*[\\w.]+,\\s*(?:new Uri\\()?([^;]*)\\)?;`);
  const url = made.exec(text.slice(0, start))?.[1] ?? '';
  if (/^\$?"https:\/\//.test(url)) return true;
  const root = /^(?:\$"\{)?(\w+)\b/.exec(url)?.[1];
  return root !== undefined && new RegExp(`\\b${root} = "https://`).test(text);
}
