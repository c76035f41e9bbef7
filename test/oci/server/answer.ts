import type { Plane } from '../../../src/knowledge/plane';
import { invalidParameter, NOT_AUTHENTICATED, withoutPolicy } from '../../../src/knowledge/refusal';
import type { Address, Service } from './address';
import { domainToken } from './issuers/domain';
import { refreshSession, x509Federation } from './issuers/federation';
import { metadata } from './issuers/metadata';
import { proxymux } from './issuers/proxymux';
import type { Gate, Shown } from './principal';
import { type Reply, refuse } from './reply';
import { jsonBody, type OciRequest } from './request';
import { agentManagement, agentRuntime } from './services/agents';
import type { Operation } from './services/call';
import { hostedApplication } from './services/hosted';
import { nativeInference } from './services/inference';
import { management } from './services/management';
import { openAi, vectorStores } from './services/openai';
import { identity, nl2sql } from './services/other';
import type { World } from './world';

interface Question {
  readonly request: OciRequest;
  readonly address: Address;
  readonly world: World;
  readonly gate: Gate;
  readonly now: number;
}

export interface Answered {
  readonly reply: Reply;
  readonly shown: Shown;
}

const OPERATIONS: Readonly<Record<Plane, Operation>> = {
  'inference-native': nativeInference,
  'inference-openai': openAi,
  'agent-runtime': agentRuntime,
  'agent-management': agentManagement,
  'genai-management': management,
  'vector-stores': vectorStores,
  nl2sql,
  'hosted-application-oauth': hostedApplication,
  'hosted-application-iam': hostedApplication,
  'other-oci': identity,
};

const MALFORMED = invalidParameter('Unable to parse the request');

/** Keys and certificates come from the caller: what cannot be parsed is the caller's fault. */
export async function answer(question: Question): Promise<Answered> {
  try {
    return await answerService(question);
  } catch {
    return { reply: refuse(MALFORMED), shown: { flaw: 'malformed' } };
  }
}

/** Issuers look at credentials by themselves; planes only serve who passed the gate. */
async function answerService(question: Question): Promise<Answered> {
  const { request, address, world, gate, now } = question;
  switch (address.service) {
    case 'metadata':
      return { reply: metadata(request, address.path, world), shown: {} };
    case 'proxymux':
      return { reply: proxymux(request, world, now), shown: {} };
    case 'domain':
      return { reply: domainToken(request, world, now), shown: {} };
    case 'auth': {
      if (address.path === '/v1/x509') return { reply: await x509Federation(request, world, now), shown: {} };
      const shown = gate.identify(request, address.region, now);
      return { reply: refreshSession(request, world, shown.principal, now), shown };
    }
    default:
      return answerPlane(question, planeOf(address.service));
  }
}

const planeOf = (service: Exclude<Service, 'metadata' | 'proxymux' | 'domain' | 'auth'>): Plane =>
  service === 'identity' ? 'other-oci' : service;

function answerPlane({ request, address, world, gate, now }: Question, plane: Plane): Answered {
  const shown = gate.identify(request, address.region, now);
  const { principal } = shown;
  const refusal = gate.refusal(shown, plane);
  if (refusal || !principal) return { reply: refuse(refusal ?? NOT_AUTHENTICATED), shown };
  if (jsonBody(request) === undefined) return { reply: refuse(MALFORMED), shown };
  const reply = OPERATIONS[plane]({ request, address, principal, world, gate, now });
  return { reply: reply ?? refuse(withoutPolicy(plane)), shown };
}
