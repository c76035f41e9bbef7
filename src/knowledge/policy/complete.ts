import { FAMILIES, RESOURCE_TYPES } from './resourceTypes';
import { tokenize } from './token';
import { VERB_MEANINGS, VERBS } from './verbs';

export interface Completion {
  readonly text: string;
  readonly detail: string;
  /** What the cursor stands behind and the completion replaces. */
  readonly replace: { readonly start: number; readonly end: number };
}

type Slot =
  | 'statement'
  | 'subject'
  | 'to'
  | 'verb'
  | 'resource'
  | 'in'
  | 'location'
  | 'where'
  | 'condition'
  | 'principal';

/** What may stand at an offset of a statement. */
export function completeStatement(text: string, offset: number): readonly Completion[] {
  const tokens = tokenize(text.slice(0, offset)).filter((token) => token.kind !== 'end');
  const last = tokens[tokens.length - 1];
  const isPartial = last?.unclosed === true || (last?.kind === 'word' && last.span.end === offset);
  const partial = isPartial ? last : undefined;
  const before = (partial ? tokens.slice(0, -1) : tokens).map((token) => token.text.toLowerCase());
  const prefix = partial?.text.toLowerCase() ?? '';
  // Behind the quote that begins a value.
  const start = partial ? partial.span.start + (partial.unclosed ? 1 : 0) : offset;
  const slot = slotAfter(before);
  // A quote begins a value, or a name that only its writer knows.
  if (partial?.unclosed && slot !== 'principal') return [];
  const quote = slot === 'principal' && !partial ? "'" : '';
  return OFFERS[slot]
    .filter(([offer]) => offer.toLowerCase().startsWith(prefix))
    .map(([offer, detail]) => ({ text: `${quote}${offer}${quote}`, detail, replace: { start, end: offset } }));
}

const SUBJECTS = new Set(['group', 'dynamic-group', 'service', 'any-user', 'any-group']);
const NAMELESS = new Set(['any-user', 'any-group']);

function slotAfter(words: readonly string[]): Slot {
  if (words.length === 0) return 'statement';
  if (words.includes('where')) {
    return words.at(-1) === '=' && words.at(-2) === 'request.principal.type' ? 'principal' : 'condition';
  }
  const to = words.indexOf('to');
  if (to < 0) return hasSubject(words.slice(1)) ? 'to' : 'subject';
  const afterTo = words.slice(to + 1);
  const at = afterTo.indexOf('in');
  if (at >= 0) return hasLocation(afterTo.slice(at + 1)) ? 'where' : 'location';
  if (afterTo.length === 0) return 'verb';
  return afterTo.length === 1 || afterTo.at(-1) === ',' ? 'resource' : 'in';
}

/** Whether the subject is whole, so that more can only follow behind it. */
const hasSubject = ([kind = '', ...names]: readonly string[]): boolean =>
  SUBJECTS.has(kind) && (NAMELESS.has(kind) || (names.length > 0 && names.at(-1) !== ',' && names.at(-1) !== '/'));

const hasLocation = ([kind, ...names]: readonly string[]): boolean =>
  kind === 'tenancy' || (kind === 'compartment' && names.length > (names[0] === 'id' ? 1 : 0));

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
  to: [['to', 'what they may do']],
  verb: VERBS.map((verb) => [verb, VERB_MEANINGS[verb]]),
  resource: [
    [FAMILIES[0] as string, 'all of Generative AI'],
    [FAMILIES[1] as string, 'all of classic Generative AI Agents'],
    ...RESOURCE_TYPES.filter((type) => type.attested !== 'alternative').map((type): Offer => [type.name, type.what]),
  ],
  in: [['in', 'where they may do it']],
  location: [
    ['compartment id', 'by OCID'],
    ['compartment', 'by name, or by path a:b'],
    ['tenancy', 'everywhere'],
  ],
  where: [['where', 'when they may do it']],
  principal: [
    ['generativeaiapikey', 'a GenAI API key'],
    ['workload', 'a workload of OKE'],
    ['fnfunc', 'a function'],
    ['genaiagent', 'the classic Agents service'],
    ['autonomousdatabase', 'an Autonomous Database'],
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
