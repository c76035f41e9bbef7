import * as common from 'oci-common';
import { GenerativeAiClient } from 'oci-generativeai';
import { GenerativeAiAgentClient } from 'oci-generativeaiagent';
import { GenerativeAiAgentRuntimeClient } from 'oci-generativeaiagentruntime';
import { GenerativeAiInferenceClient, type models } from 'oci-generativeaiinference';
import type { Plane } from '../knowledge/plane';
import type { Endpoints } from './endpoint';
import type { Observer } from './observer';

export type Subject = Plane | 'identity';

export interface ProbeContext {
  readonly observer: Observer;
  readonly endpoints: Endpoints;
  readonly compartment: string;
}

type Probe = (context: ProbeContext) => Promise<unknown>;

/** Asks once. */
export const plain = () => ({
  retryConfiguration: common.NoRetryConfigurationDetails,
  circuitBreaker: new common.CircuitBreaker({ disableClientCircuitBreaker: true }),
});

const openAiProbe: Probe = ({ observer, endpoints, compartment }) => {
  const headers = new Headers({ 'content-type': 'application/json' });
  if (compartment) headers.set('opc-compartment-id', compartment);
  const uri = `${endpoints('inference')}/20231130/actions/v1/chat/completions`;
  return observer.send({ method: 'POST', uri, headers, body: '{}' });
};

/** The cheapest question without side effects for each plane: incomplete where a complete one would cost something. */
export const PROBES: Readonly<Partial<Record<Subject, Probe>>> = {
  // Any identity may list regions: this asks for the identity and nothing else.
  identity: ({ observer, endpoints }) =>
    observer.send({ method: 'GET', uri: `${endpoints('identity')}/20160918/regions`, headers: new Headers() }),
  'inference-native': ({ observer, endpoints, compartment }) => {
    const client = new GenerativeAiInferenceClient({ httpClient: observer }, plain());
    client.endpoint = endpoints('inference');
    return client.chat({ chatDetails: { compartmentId: compartment } as models.ChatDetails });
  },
  'inference-openai': openAiProbe,
  'genai-management': ({ observer, endpoints, compartment }) => {
    const client = new GenerativeAiClient({ httpClient: observer }, plain());
    client.endpoint = endpoints('management');
    return client.listModels({ compartmentId: compartment, limit: 1 });
  },
  'agent-management': ({ observer, endpoints, compartment }) => {
    const client = new GenerativeAiAgentClient({ httpClient: observer }, plain());
    client.endpoint = endpoints('agent');
    return client.listAgents({ compartmentId: compartment, limit: 1 });
  },
  // There is no such session: 404 proves that the identity was taken.
  'agent-runtime': ({ observer, endpoints }) => {
    const client = new GenerativeAiAgentRuntimeClient({ httpClient: observer }, plain());
    client.endpoint = endpoints('agent-runtime');
    return client.getSession({ agentEndpointId: 'none', sessionId: 'none' });
  },
};

/** Where an absent resource is what was asked for. */
export const ASKS_FOR_NOTHING: ReadonlySet<Subject> = new Set(['agent-runtime', 'identity']);
