import type { ServiceUse } from '../../../flow/uses';
import { argNames } from '../../../knowledge/sdks/catalogue';
import type { Target } from '../../../knowledge/sdks/target';
import type { Program, RecordExpr } from '../../../source/program';
import type { TextEdit } from '../../contract';
import { applied } from '../edits';
import { TypeScriptModule } from './module';
import { entryOf, withEntry } from './record';
import { signingFunction } from './signing';

/** A client of the OpenAI-compatible planes that only has a key gets a `fetch` that signs. */
export function signedTransport(program: Program, use: ServiceUse, target: Target): TextEdit[] | undefined {
  if (use.plane !== 'inference-openai' && use.plane !== 'vector-stores') return undefined;
  const options = holderOf(use);
  if (!options || entryOf(options, 'fetch')) return undefined;
  const module = new TypeScriptModule(program, use.origin.uri);
  const name = signingFunction(module, 'fetch', target, 'fetch');
  if (name === undefined || module.importedAs('fetch')) return undefined;
  const edits = [withEntry(program.text, options, `fetch: ${name}`)];
  return [...edits, ...module.edits(applied(program.text, edits))];
}

/** The record that takes `fetch`: the options of the client, or those that it hands on. */
function holderOf({ call, fact }: ServiceUse): RecordExpr | undefined {
  const options = call.args.map((arg) => arg.value).find((value) => value.k === 'record');
  const names = fact.auth.flatMap((rule) => (rule.as === 'transport' ? argNames(rule.arg) : []));
  const inner = names.find((name) => name.endsWith('.fetch'))?.slice(0, -'.fetch'.length);
  if (options?.k !== 'record' || options.entries.some((entry) => entry.spread)) return undefined;
  if (inner === undefined) return options;
  const held = options.entries.find(({ key }) => key === inner)?.value;
  return held?.k === 'record' ? held : undefined;
}
