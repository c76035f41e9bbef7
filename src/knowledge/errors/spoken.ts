import { genAiEndpoint } from '../host';
import type { Plane } from '../plane';
import { plainText } from './normal';
import { OPENAI_CLIENTS } from './words';

/** What an error says of the call that failed. */
export interface Spoken {
  /** The planes that it may have been; empty for another service of OCI, undefined when nothing tells. */
  readonly planes?: ReadonlySet<Plane>;
  /** An SDK, the CLI or Terraform said it: they sign, and send no GenAI API key. */
  readonly signed: boolean;
}

const SIGNERS =
  /oci\.exceptions|ocierror|ociexception|bmcexception|com\.oracle\.bmc|target_?service|service ?error|40[14]-not/i;
/** What addresses stand between. */
const AROUND_URL = /[\s"'`<>()[\]{},;=|]/;

/** `service` as the error names it, in the spelling of any SDK. */
export function spokenBy(text: string, service?: string): Spoken {
  const plain = plainText(text);
  return { planes: planesIn(plain, service), signed: SIGNERS.test(plain) };
}

function planesIn(plain: string, service: string | undefined): ReadonlySet<Plane> | undefined {
  const addresses = plain.split(AROUND_URL).filter((word) => word.includes('generativeai.'));
  const reached = addresses.flatMap((url) => genAiEndpoint(url.replace(/[.:]{1,3}$/, ''))?.plane ?? []);
  if (reached.length > 0) return new Set(reached);
  if (service !== undefined) return new Set(planeOfService(service));
  const lower = plain.toLowerCase();
  return OPENAI_CLIENTS.some((piece) => lower.includes(piece)) ? new Set(OPENAI_PLANES) : undefined;
}

const OPENAI_PLANES: readonly Plane[] = ['inference-openai', 'vector-stores'];

/** Python, CLI `generative_ai_agent`; the other SDKs `GenerativeAiAgent`; Terraform `Generative Ai Agent Agent`. */
const SERVICES: ReadonlyArray<readonly [beginning: string, plane: Plane]> = [
  ['generativeaiagentruntime', 'agent-runtime'],
  ['generativeaiagent', 'agent-management'],
  ['generativeaiinference', 'inference-native'],
  ['generativeaidata', 'nl2sql'],
  ['generativeai', 'genai-management'],
];

function planeOfService(service: string): readonly Plane[] {
  const name = service.toLowerCase().replace(/[^a-z]/g, '');
  return SERVICES.filter(([beginning]) => name.startsWith(beginning))
    .slice(0, 1)
    .map(([, plane]) => plane);
}
