import type { ServiceUse } from '../../../flow/uses';
import { ADK_AUTH_TYPES, LANGCHAIN_AUTH_TYPES } from '../../../knowledge/sdks/python-writing';
import type { Target } from '../../../knowledge/sdks/target';
import type { Program } from '../../../source/program';
import type { TextEdit } from '../../contract';
import type { Site } from '../site';
import { Names } from './code';
import { chosenType, litellm } from './framework';
import { withoutHeaders } from './headers';
import { transport, withTransport } from './httpx';
import { PythonModule } from './module';
import { native } from './native';
import { request } from './request';
import { Unneeded } from './unneeded';

/** The edits that make a client or request use another method; undefined where the SDK has no way to say it. */
export function switchPython(
  program: Program,
  use: ServiceUse,
  target: Target,
  { sharing, within, once, imported }: Site,
): { edits: TextEdit[]; keyStays: boolean } | undefined {
  const module = new PythonModule(program, { within, site: use.call.span });
  const names = once(namesOf);
  const first = written(module, names, use, target);
  if (!first) return undefined;
  const uses = [use, ...sharing];
  const edits = [...first];
  // Two clients may be changed by one edit.
  for (const one of sharing)
    edits.push(...(written(module, names, one, target) ?? []).filter((edit) => !overlaps(edit, edits)));
  const headers = withoutHeaders(names, uses).filter((edit) => !overlaps(edit, edits));
  const switched = [...edits, ...headers];
  const added = module.edits();
  const origins = uses.flatMap(({ flows, origin }) =>
    flows.filter((flow) => flow.origin.uri === origin.uri && !flow.byDefault).map((flow) => flow.origin.span),
  );
  const unneeded = new Unneeded(names, switched, origins, added.map(({ text }) => text).join('\n'), imported);
  const removed = unneeded.remove().filter((edit) => !overlaps(edit, [...switched, ...added]));
  return { edits: [...switched, ...added, ...removed], keyStays: unneeded.isStillRead() };
}

const namesOf = (program: Program): Names => new Names(program);

const overlaps = (edit: TextEdit, others: readonly TextEdit[]): boolean =>
  others.some((other) => edit.span.start < other.span.end && other.span.start < edit.span.end);

function written(module: PythonModule, names: Names, use: ServiceUse, target: Target): TextEdit[] | undefined {
  const { call, fact, path } = use;
  if (call.args.some((arg) => arg.spread)) return undefined;
  const rules = fact.auth;
  if (fact.operation === 'request') return request(module, use, target);
  if (rules.some((rule) => rule.as === 'config')) return native(module, names, use, target);
  if (rules.some((rule) => rule.as === 'identity')) return litellm(module, call, target);
  const choice = rules.find((rule) => rule.as === 'choice');
  if (!choice) return transport(module, use, target) ?? withTransport(module, use, target);
  return chosenType(module, use, path.includes('adk') ? ADK_AUTH_TYPES : LANGCHAIN_AUTH_TYPES, target);
}
