import type { CredentialFlow } from '../../../flow/credential';
import type { ServiceUse } from '../../../flow/uses';
import { KEY_PROVIDER } from '../../../knowledge/sdks/provider-names';
import type { Target } from '../../../knowledge/sdks/target';
import {
  ACEDERGREN_AUTH,
  LANGCHAIN_JS_TYPES,
  PROMISED,
  PROVIDERS,
  USER_GETTERS,
} from '../../../knowledge/sdks/typescript-writing';
import type { CallExpr, Entry, Program, Span } from '../../../source/program';
import type { TextEdit } from '../../contract';
import { applied, occurrences } from '../edits';
import type { Written } from '../written';
import { keptAtClient, keptOf, makerIn } from './kept';
import { TypeScriptModule } from './module';
import { declarationOf, linesOf, mayAwait } from './place';
import { provider } from './provider';
import { signedRequest } from './request';
import { staysMade } from './stays';
import { signedTransport } from './transport';

/** The edits that give a client of the SDK another provider; undefined where the code has no place for it. */
export function switchTypeScript(program: Program, use: ServiceUse, target: Target): Written | undefined {
  const edits = withoutMaker(program, use, target);
  if (edits) return edits.length > 0 ? { edits } : undefined;
  const at = (awaits: boolean): Written | undefined => {
    const made = atMaker(program, use, target, awaits);
    return made ? { edits: made } : atClient(program, use, target, awaits);
  };
  return PROMISED.has(target) ? (at(true) ?? at(false)) : at(false);
}

/** The edits of uses that take no provider; undefined for those that do. */
function withoutMaker(program: Program, use: ServiceUse, target: Target): TextEdit[] | undefined {
  if (use.fact.operation === 'request') return signedRequest(program, use, target) ?? [];
  if (use.fact.auth.some((rule) => rule.as === 'key')) return signedTransport(program, use, target) ?? [];
  return use.fact.auth.some((rule) => rule.as === 'signer') ? undefined : (byType(program, use, target) ?? []);
}

/** `new ConfigFileAuthenticationDetailsProvider()` gives way to another provider where it stands. */
function atMaker(program: Program, use: ServiceUse, target: Target, awaits: boolean): TextEdit[] | undefined {
  const [flow, more] = use.flows;
  const call = flow && makerIn(flow, use);
  if (!call || more || flow.pending) return undefined;
  const { text } = program;
  if (USER_GETTERS.test(text)) return undefined;
  const { span } = call;
  if (awaits && !mayAwait(program, span, use.origin.uri)) return undefined;
  if (/^\s*\.\s*(?:then|catch|finally)\b/.test(text.slice(span.end, span.end + 40))) return undefined;
  const awaited = /\bawait\s+$/.exec(text.slice(Math.max(0, span.start - 40), span.start));
  const start = awaited ? span.start - awaited[0].length : span.start;
  const module = new TypeScriptModule(program, use.origin.uri, span);
  const edit = {
    span: { start, end: span.end },
    text: provider(module, target, keptOf(program, call), mayAwait(program, span, use.origin.uri)),
  };
  // The class may stand as a type, which the new provider has not.
  const name = call.callee.k === 'member' ? call.callee.name : call.callee.k === 'name' ? call.callee.name : '';
  const rest = text.slice(0, start) + text.slice(span.end);
  if (new RegExp(`[:<|&]\\s*(?:\\w+\\.)*${name}\\b`).test(rest)) return undefined;
  return withModule(module, [edit]);
}

/** `{ authenticationDetailsProvider: … }` of the client itself. */
function atClient(program: Program, use: ServiceUse, target: Target, awaits: boolean): Written | undefined {
  const entry = providerEntry(use.call);
  if (!entry || (awaits && !mayAwait(program, entry.value.span, use.origin.uri))) return undefined;
  const kept = keptAtClient(program, use);
  if (!kept) return undefined;
  const module = new TypeScriptModule(program, use.origin.uri, entry.value.span);
  const text = provider(module, target, kept, awaits);
  const shorthand = entry.keySpan?.start === entry.value.span.start;
  const edit = shorthand ? { span: entry.span, text: `${entry.key}: ${text}` } : { span: entry.value.span, text };
  const edits = [edit];
  const after = applied(program.text, edits);
  let keyStays = false;
  for (const flow of use.flows) {
    const dead = deadDeclaration(program, flow, after);
    if (dead) edits.push({ span: dead, text: '' });
    else keyStays ||= staysMade(program, makerIn(flow, use), edit.span, after);
  }
  return { edits: withModule(module, edits), keyStays };
}

/** `new SessionAuthDetailProvider(…)` of a profile without a token becomes the reader of its key. */
export function useConfigFile(program: Program, use: ServiceUse): TextEdit[] | undefined {
  const [flow, more] = use.flows;
  const call = flow && makerIn(flow, use);
  const callee = call?.callee;
  if (!call || more || !callee || !/^(?:type|java)script$/.test(program.language)) return undefined;
  const name = callee.k === 'member' || callee.k === 'name' ? callee.name : '';
  if (name !== PROVIDERS['session-token']) return undefined;
  const module = new TypeScriptModule(program, use.origin.uri);
  const { span } = callee;
  const text =
    callee.k === 'member'
      ? `${program.text.slice(span.start, span.end - name.length)}${KEY_PROVIDER}`
      : module.common(KEY_PROVIDER);
  return withModule(module, [{ span, text }]);
}

/** A framework that is told the method by a word: only words that stand in the code are changed. */
function byType(program: Program, use: ServiceUse, target: Target): TextEdit[] | undefined {
  const [flow, more] = use.flows;
  if (!flow || more || flow.origin.uri !== use.origin.uri) return undefined;
  const { span } = flow.origin;
  const written = program.text.slice(span.start, span.end);
  const member = LANGCHAIN_JS_TYPES[target];
  if (/^[\w.]*OciGenAiNewClientAuthType\.ConfigFile$/.test(written) && member)
    return [{ span: { start: span.end - 'ConfigFile'.length, end: span.end }, text: member }];
  const word = ACEDERGREN_AUTH[target];
  if (!use.path.endsWith('createOCI') || !word || !/^(['"`])\w+\1$/.test(written)) return undefined;
  return [{ span: { start: span.start + 1, end: span.end - 1 }, text: word }];
}

export function providerEntry(call: CallExpr): Entry | undefined {
  const [options] = call.args;
  if (options?.value.k !== 'record') return undefined;
  return options.value.entries.find(({ key }) => key === 'authenticationDetailsProvider');
}

/** The lines of `const provider = …` when nothing names it any more. */
function deadDeclaration(program: Program, flow: CredentialFlow, after: string): Span | undefined {
  const call = flow.maker?.k === 'object' ? flow.maker.call : undefined;
  const bind = call && declarationOf(program, call.span);
  if (bind?.target.k !== 'name') return undefined;
  return occurrences(after, bind.target.name) === 1 ? linesOf(program, bind) : undefined;
}

function withModule(module: TypeScriptModule, edits: readonly TextEdit[]): TextEdit[] {
  const after = applied(module.program.text, edits);
  return [...edits, ...module.edits(after)];
}
