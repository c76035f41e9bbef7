import { NOT_AUTHORIZED_OR_NOT_FOUND } from '../../../../src/knowledge/refusal';
import { ok, type Reply, refuse } from '../reply';
import type { Call } from './call';

const INVOKE = /^\/20251112\/hostedApplications(?:Iam)?\/([^/]+)\/actions\/invoke(?:\/.*)?$/;

/** The customer's container behind either kind of hosted application: it says who reached it. */
export function hostedApplication(call: Call): Reply | undefined {
  const id = INVOKE.exec(call.address.path)?.[1];
  if (!id) return undefined;
  const type = call.address.service === 'hosted-application-iam' ? 'hostedapplicationiam' : 'hostedapplication';
  return id.startsWith(`ocid1.generativeai${type}.`)
    ? ok({ answer: 'Hello from the hosted application.' })
    : refuse(NOT_AUTHORIZED_OR_NOT_FOUND);
}
