import type { Value } from '../flow/value';
import type { Report, Rule } from './contract';
import { readRealKey } from './repair/real-key';
import { switchMethod } from './repair/switch-method';

const MESSAGES = {
  dummy:
    'This client sends a dummy key to an OCI host and has no signing transport: every call answers 401. Give it a transport that signs (http_client, fetch), or a real GenAI API key from the environment.',
};

/** Words that stand where a signing transport makes the key unused (READMEs of oci-openai and oci-genai-auth). */
const DUMMIES: ReadonlySet<string> = new Set([
  'not-used',
  'not_used',
  'notused',
  'unused',
  'not-needed',
  'not_needed',
  'dummy',
  'dummy-key',
  'dummy_key',
  'fake',
  'fake-key',
  'none',
  'n/a',
  'na',
  'oci',
  'ignored',
  'empty',
  'nothing',
  'sk-dummy',
  'sk-unused',
]);

const isDummy = (value: Value | undefined): boolean => value?.k === 'text' && DUMMIES.has(value.text.toLowerCase());

export const dummyKeyWithoutAuth: Rule = {
  id: 'dummy-key-without-auth',
  severity: 'error',
  title: 'Dummy key on an OCI host without a signing transport',
  *check({ uses }): Iterable<Report> {
    for (const use of uses) {
      if (use.plane !== 'inference-openai' && use.plane !== 'vector-stores') continue;
      if (use.flows.length === 0 || !use.flows.every((flow) => flow.taken === 'key' && isDummy(flow.key))) continue;
      yield { span: use.call.callee.span, message: MESSAGES.dummy, use };
    }
  },
  fixes: (context, { use }) => (use ? [...switchMethod(context, use), ...readRealKey(context, use)] : []),
};
