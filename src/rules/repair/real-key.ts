import type { ServiceUse } from '../../flow/uses';
import { SECRET_VARIABLES } from '../../knowledge/environment';
import { Secret } from '../../secrets';
import type { Fix, RuleContext } from '../contract';
import { toEnvironment } from './secret/code';

/** Where a GenAI API key is meant, it comes from the environment in place of the word that stands for it. */
export function readRealKey(context: RuleContext, use: ServiceUse): readonly Fix[] {
  const [flow, more] = use.flows;
  const key = flow?.key;
  if (more || key?.k !== 'text' || key.origin.uri !== context.uri) return [];
  const variable = SECRET_VARIABLES['genai-key'];
  const facts = { kind: 'genai-key', span: key.origin.span, confidence: 'low', oci: true } as const;
  const edits = toEnvironment({ context, secret: new Secret(facts, key.text), variable });
  return edits ? [{ title: `Read a GenAI API key from ${variable} in the environment`, safety: 'unsafe', edits }] : [];
}
