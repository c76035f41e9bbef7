import { FAMILIES, RESOURCE_TYPES } from './resourceTypes';
import { tokenize } from './token';
import { VERB_MEANINGS, VERBS } from './verbs';

export interface Completion {
  readonly text: string;
  readonly detail: string;
  /** What the cursor stands behind and the completion replaces. */
  readonly replace: { readonly start: number; readonly end: number };
}

type Slot = 'statement' | 'subject' | 'verb' | 'resource' | 'location' | 'condition';

/** What may stand at an offset of a statement. */
export function completeStatement(text: string, offset: number): readonly Completion[] {
  const tokens = tokenize(text.slice(0, offset)).filter((token) => token.kind !== 'end');
  const last = tokens[tokens.length - 1];
  const partial = last?.kind === 'word' && last.span.end === offset ? last : undefined;
  const before = (partial ? tokens.slice(0, -1) : tokens).map((token) => token.text.toLowerCase());
  const prefix = partial?.text.toLowerCase() ?? '';
  const replace = { start: partial?.span.start ?? offset, end: offset };
  return OFFERS[slotAfter(before)]
    .filter(([offer]) => offer.toLowerCase().startsWith(prefix))
    .map(([offer, detail]) => ({ text: offer, detail, replace }));
}

function slotAfter(words: readonly string[]): Slot {
  if (words.length === 0) return 'statement';
  if (words.includes('where')) return 'condition';
  const to = words.indexOf('to');
  if (to < 0) return 'subject';
  const afterTo = words.slice(to + 1);
  if (afterTo.includes('in')) return 'location';
  return afterTo.length === 0 ? 'verb' : 'resource';
}

type Offer = readonly [text: string, detail: string];

const OFFERS: Readonly<Record<Slot, readonly Offer[]>> = {
  statement: [
    ['Allow', 'grants'],
    ['Deny', 'takes away, whatever else grants it'],
    ['Define', 'names a tenancy or group of another tenancy'],
    ['Endorse', 'lets our principals act in another tenancy'],
    ['Admit', 'lets principals of another tenancy act here'],
  ],
  subject: [
    ['dynamic-group', 'instances and resource principals matched by a rule'],
    ['group', 'users'],
    ['any-user', 'needs a request.principal.* condition'],
    ['any-group', 'needs a request.principal.* condition'],
    ['service', 'an OCI service itself'],
  ],
  verb: VERBS.map((verb) => [verb, VERB_MEANINGS[verb]]),
  resource: [
    [FAMILIES[0] as string, 'all of Generative AI'],
    [FAMILIES[1] as string, 'all of classic Generative AI Agents'],
    ...RESOURCE_TYPES.filter((type) => type.attested !== 'alternative').map((type): Offer => [type.name, type.what]),
  ],
  location: [
    ['compartment id', 'by OCID'],
    ['compartment', 'by name, or by path a:b'],
    ['tenancy', 'everywhere'],
  ],
  condition: [
    ['all', 'every condition holds'],
    ['any', 'one condition holds'],
    ['request.principal.type', "'workload', 'generativeaiapikey', 'fnfunc', …"],
    ['request.principal.id', 'the OCID of one principal'],
    ['request.principal.compartment.id', 'the compartment of the principal'],
    ['request.principal.namespace', 'Kubernetes namespace of an OKE workload'],
    ['request.principal.service_account', 'Kubernetes service account of an OKE workload'],
    ['request.principal.cluster_id', 'OKE cluster'],
    ['target.model.id', 'one model'],
  ],
};
