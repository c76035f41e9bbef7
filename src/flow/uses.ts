import { type GenAiEndpoint, genAiEndpoint, isOciHost } from '../knowledge/host';
import type { Plane } from '../knowledge/plane';
import type { ArgRef, ClientFact } from '../knowledge/sdks/fact';
import type { CallExpr } from '../source/program';
import { argOf, withOptions } from './arguments';
import { type CredentialFlow, credentialsOfClient } from './credential';
import type { ObjectValue, Origin, Value, Values } from './value';

/** One place that reaches a plane (or another OCI service), with every credential that can arrive there. */
export interface ServiceUse {
  readonly plane: Plane;
  readonly origin: Origin;
  readonly call: CallExpr;
  /** The symbol that makes the client or sends the request. */
  readonly path: string;
  readonly fact: ClientFact;
  readonly flows: readonly CredentialFlow[];
  /** What arrives at clients that the program may make in place of this one. */
  readonly alternatives?: readonly CredentialFlow[];
  /** Every way in which the call was seen made. */
  readonly objects: readonly ObjectValue[];
  readonly endpoint?: GenAiEndpoint;
}

export function useOf(object: ObjectValue): ServiceUse | undefined {
  const { makes, call } = object;
  if (makes?.kind !== 'client' || !call) return undefined;
  const reached = reach(makes, object);
  if (!reached) return undefined;
  return {
    plane: reached.plane,
    endpoint: reached.endpoint,
    origin: object.origin,
    call,
    path: object.path,
    fact: makes,
    flows: credentialsOfClient(object),
    objects: [object],
  };
}

interface Reached {
  readonly plane: Plane;
  readonly endpoint?: GenAiEndpoint;
}

function reach(fact: ClientFact, object: ObjectValue): Reached | undefined {
  const rule = fact.reach;
  const args = withOptions(object.args);
  if ('words' in rule) return byWord(rule, args);
  if ('plane' in rule && !('prefix' in rule)) {
    const endpoint = fact.endpoint && endpointIn(argOf(args, fact.endpoint)?.values ?? []);
    return { plane: rule.plane, endpoint };
  }
  if ('prefix' in rule) {
    const values = argOf(args, rule.arg)?.values ?? [];
    return values.some((value) => value.k === 'text' && value.text.startsWith(rule.prefix))
      ? { plane: rule.plane }
      : undefined;
  }
  const url = urlOf(rule.url, args);
  const endpoint = endpointIn(url);
  if (endpoint) return { plane: endpoint.plane, endpoint };
  if (url.some((value) => value.k === 'text' && isOciHost(value.text))) return { plane: 'other-oci' };
  return rule.otherwise ? { plane: rule.otherwise } : undefined;
}

function byWord(
  rule: Extract<ClientFact['reach'], { words: unknown }>,
  args: ReturnType<typeof withOptions>,
): Reached | undefined {
  const endpoint = endpointIn(argOf(args, rule.url)?.values ?? []);
  if (endpoint) return { plane: endpoint.plane, endpoint };
  const [word, more] = argOf(args, rule.arg)?.values ?? [];
  if (word?.k !== 'text' || more) return undefined;
  const plane = Object.hasOwn(rule.words, word.text) ? rule.words[word.text] : rule.otherwise;
  return plane && { plane };
}

/** The URL of a request; a path is put behind the base URL that the session keeps. */
function urlOf(refs: readonly ArgRef[], args: ReturnType<typeof withOptions>): Values {
  const given = refs.map((ref) => argOf(args, ref)?.values ?? []).filter((values) => values.length > 0);
  const [first, base] = given;
  if (!first) return [];
  if (!base) return first;
  return first.flatMap((value) => {
    if (value.k !== 'text' || /^https?:/.test(value.text)) return [value];
    return base.flatMap((root) => (root.k === 'text' ? [joinUrl(root, value)] : []));
  });
}

function joinUrl(root: Extract<Value, { k: 'text' }>, path: Extract<Value, { k: 'text' }>): Value {
  const text = `${root.text.replace(/\/$/, '')}/${path.text.replace(/^\//, '')}`;
  return { ...path, text, holes: [...root.holes, ...path.holes] };
}

function endpointIn(values: Values): GenAiEndpoint | undefined {
  for (const value of values) {
    const found =
      value.k === 'text'
        ? genAiEndpoint(value.text)
        : value.k === 'env'
          ? endpointIn(value.set ?? value.fallback ?? [])
          : undefined;
    if (found) return found;
  }
  return undefined;
}

/** The same call seen with several arguments is one use with all its credentials. */
export function mergeUses(a: ServiceUse, b: ServiceUse): ServiceUse {
  const flows = [...a.flows];
  for (const flow of b.flows) {
    const known = flows.some(
      (one) => one.method === flow.method && one.origin.span === flow.origin.span && one.origin.uri === flow.origin.uri,
    );
    if (!known) flows.push(flow);
  }
  return { ...a, endpoint: a.endpoint ?? b.endpoint, flows, objects: [...a.objects, ...b.objects] };
}
