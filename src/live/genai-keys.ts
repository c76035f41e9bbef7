import { GenerativeAiClient } from 'oci-generativeai';
import type { GenAiKeyFacts, GenAiKeyState } from '../credentials/genai-key';
import type { Material } from '../credentials/material';
import type { Method } from '../knowledge/method';
import { DEADLINE_MS, Deadline } from './deadline';
import { judge, type LiveResult } from './judge';
import { Observer } from './observer';
import { plain } from './probes';
import { prepare, type Ready } from './ready';

/** One of the two secrets of a key object, as OCI tells of it: never the secret. */
export interface ListedKey extends GenAiKeyFacts {
  /** Of the key object. */
  readonly ocid: string;
  /** Of the secret within it. */
  readonly item: string;
  /** What OCI still shows of the secret, such as `sk-****Ab3d`. */
  readonly mask: string;
}

export interface ListOptions {
  readonly compartment: string;
  readonly signal?: AbortSignal;
  readonly deadline?: number;
  readonly loopback?: string;
}

/** More pages than anybody has keys for. */
const PAGES = 20;

/** The GenAI API keys of a compartment in the credential's region, or why OCI did not tell. Never throws. */
export async function listGenAiKeys(
  material: Material,
  options: ListOptions,
): Promise<readonly ListedKey[] | LiveResult> {
  const deadline = new Deadline(options.deadline ?? DEADLINE_MS, options.signal);
  const ready = await prepare(material, options, deadline);
  if ('verdict' in ready) return ready;
  const method = material.kind === 'bearer' ? 'genai-api-key' : material.method;
  const keys: ListedKey[] = [];
  const { region } = ready;
  let page: string | undefined;
  for (let count = 0; count < PAGES; count += 1) {
    const answer = await pageOf(ready, { ...options, method }, deadline, page);
    if ('verdict' in answer) return answer;
    keys.push(...answer.items.flatMap((item) => keysOf(item, region)));
    page = answer.next;
    if (!page) break;
  }
  return keys;
}

interface Page {
  readonly items: readonly unknown[];
  readonly next?: string;
}

async function pageOf(
  { signing, endpoints, region }: Ready,
  { compartment, method }: ListOptions & { readonly method: Method },
  deadline: Deadline,
  page: string | undefined,
): Promise<Page | LiveResult> {
  let answer: Page | undefined;
  const observer = new Observer(signing.signer, deadline, (response, body) => {
    const next = response.headers.get('opc-next-page') ?? undefined;
    answer = { items: itemsIn(body), next };
  });
  const client = new GenerativeAiClient({ httpClient: observer }, plain());
  client.endpoint = endpoints('management');
  try {
    await client.listApiKeys({ compartmentId: compartment, page });
  } catch {
    // What was observed is what counts.
  }
  const { outcome } = observer;
  return (
    answer ?? judge({ subject: 'genai-management', method, outcome, now: Date.now(), othersAnswer: false, region })
  );
}

function itemsIn(body: string): readonly unknown[] {
  try {
    const { items } = JSON.parse(body) as { items?: unknown };
    return Array.isArray(items) ? items : [];
  } catch {
    return [];
  }
}

const STATES: ReadonlySet<unknown> = new Set<GenAiKeyState>(['ACTIVE', 'INACTIVE', 'REVOKED', 'EXPIRED', 'DELETED']);

/** `ApiKeySummary` of oci-generativeai; a deleted object is no key any more. */
function keysOf(summary: unknown, region: string | undefined): ListedKey[] {
  const { id, displayName, lifecycleState, keys } = (summary ?? {}) as Record<string, unknown>;
  if (typeof id !== 'string' || lifecycleState === 'DELETED' || !Array.isArray(keys)) return [];
  return keys.flatMap((one): ListedKey[] => {
    const { keyName, keyMask, state, timeExpiry } = (one ?? {}) as Record<string, unknown>;
    if (typeof keyName !== 'string') return [];
    const expires = Date.parse(String(timeExpiry));
    return [
      {
        ocid: id,
        item: keyName,
        mask: typeof keyMask === 'string' ? keyMask.slice(0, 80) : '',
        name: `${typeof displayName === 'string' ? displayName : id} · ${keyName}`,
        region,
        expires: Number.isNaN(expires) ? undefined : expires,
        state: STATES.has(state) ? (state as GenAiKeyState) : undefined,
      },
    ];
  });
}
