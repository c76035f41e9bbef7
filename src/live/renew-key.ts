import { GenerativeAiClient } from 'oci-generativeai';
import type { Material } from '../credentials/material';
import { DEADLINE_MS, Deadline } from './deadline';
import { judge } from './judge';
import { Observer } from './observer';
import { plain } from './probes';
import { prepare } from './ready';
import { type NotRenewed, notRenewed, whyNot } from './renewal-outcome';

export interface RenewOptions {
  /** Of the key object. */
  readonly ocid: string;
  /** Of the secret within it. */
  readonly item: string;
  /** When the new secret ends, milliseconds. */
  readonly expires: number;
  readonly signal?: AbortSignal;
  readonly loopback?: string;
}

/** Holds a secret: it goes from here to a vault and nowhere else. */
export interface Renewed {
  readonly secret: string;
  readonly expires: number;
}

/** A new secret in the place of one of a key object’s two; OCI shows it this once. Never throws. */
export async function renewGenAiKey(
  material: Extract<Material, { kind: 'signature' | 'principal' }>,
  { ocid, item, expires, signal, loopback }: RenewOptions,
): Promise<Renewed | NotRenewed> {
  const deadline = new Deadline(DEADLINE_MS, signal);
  const ready = await prepare(material, { loopback }, deadline);
  if ('verdict' in ready) return whyNot(ready);
  const { signing, endpoints, region } = ready;
  let secret: string | undefined;
  const observer = new Observer(signing.signer, deadline, (_response, body) => {
    secret = secretIn(body, item);
  });
  const client = new GenerativeAiClient({ httpClient: observer }, plain());
  client.endpoint = endpoints('management');
  const details = { keyName: item, timeExpiry: new Date(expires) };
  try {
    await client.renewApiKey({ apiKeyId: ocid, renewApiKeyDetails: { details } });
  } catch {
    // What was observed is what counts.
  }
  if (secret !== undefined) return { secret, expires };
  const { outcome } = observer;
  const { method } = material;
  const asked = { subject: 'genai-management', method, outcome, now: Date.now(), othersAnswer: false, region } as const;
  return notRenewed(outcome, judge(asked));
}

/** `ApiKeyItem.key` of oci-generativeai, which only the answers to create and renew have. */
function secretIn(body: string, item: string): string | undefined {
  try {
    const { keys } = JSON.parse(body) as { keys?: readonly { keyName?: unknown; key?: unknown }[] };
    const key = keys?.find(({ keyName }) => keyName === item)?.key;
    return typeof key === 'string' ? key : undefined;
  } catch {
    return undefined;
  }
}
