import type { Plane } from '../../../../src/knowledge/plane';
import { INFERENCE_NOT_FOUND, invalidParameter, type Refusal } from '../../../../src/knowledge/refusal';
import type { Address } from '../address';
import type { Gate, Principal } from '../principal';
import { type Reply, refuse } from '../reply';
import { jsonBody, type OciRequest } from '../request';
import type { World } from '../world';

/** A request whose sender has proven who they are and whose method the plane accepts. */
export interface Call {
  readonly request: OciRequest;
  readonly address: Address;
  readonly principal: Principal;
  readonly world: World;
  readonly gate: Gate;
  readonly now: number;
}

/** Serves the calls of a plane; undefined when it has no such operation. */
export type Operation = (call: Call) => Reply | undefined;

export const asObject = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;

export const asText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

export const bodyOf = (call: Call): Readonly<Record<string, unknown>> => jsonBody(call.request) ?? {};

/** The refusal of a compartment that is missing or that no policy opens. */
export function compartmentRefusal(call: Call, plane: Plane, compartmentId: string | undefined): Reply | undefined {
  if (!compartmentId) return refuse(invalidParameter('compartmentId must not be null'));
  const refusal = call.gate.policyRefusal(call.principal, plane, compartmentId);
  return refusal && refuse(refusal);
}

const VENDORS: ReadonlySet<string> = new Set(['meta', 'cohere', 'openai', 'xai', 'google', 'ocid1']);

/** Any model of a vendor that OCI hosts is there; the newest ones must not break a test. */
export function unknownModel(model: string | undefined): Reply | undefined {
  if (model && VENDORS.has(model.split('.')[0] ?? '')) return undefined;
  const refusal: Refusal = { ...INFERENCE_NOT_FOUND, message: `Entity with key ${model ?? ''} not found` };
  return refuse(refusal);
}
