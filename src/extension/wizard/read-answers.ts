import { type Answers, CALLS, PRIORITIES } from '../../advisor';
import { DEFAULT_PLACES, FRAMEWORKS, LANGUAGES, type Places } from '../../knowledge/code';
import { METHODS } from '../../knowledge/method';
import { PLACES } from '../../knowledge/place';

const one = <T extends string>(all: readonly T[], value: unknown): T | undefined => all.find((each) => each === value);
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Answers that were stored, perhaps by another version; undefined when they are none. */
export function readAnswers(stored: unknown): Answers | undefined {
  const { call, on, priority, language, framework, method, places, ...names } = (stored ?? {}) as Record<
    string,
    unknown
  >;
  const known = { call: one(CALLS, call), on: one(PLACES, on), language: one(LANGUAGES, language) };
  if (!known.call || !known.on || !known.language) return undefined;
  return {
    call: known.call,
    on: known.on,
    language: known.language,
    priority: one(PRIORITIES, priority),
    framework: one(FRAMEWORKS, framework),
    method: one(METHODS, method),
    places: readPlaces(places),
    group: text(names['group']),
    domain: text(names['domain']),
    namespace: text(names['namespace']),
    serviceAccount: text(names['serviceAccount']),
    apiKeyId: text(names['apiKeyId']),
    clusterId: text(names['clusterId']),
  };
}

function readPlaces(stored: unknown): Partial<Places> {
  const places = (stored ?? {}) as Record<string, unknown>;
  const names = Object.keys(DEFAULT_PLACES) as (keyof Places)[];
  return Object.fromEntries(names.flatMap((name) => (text(places[name]) ? [[name, places[name]]] : [])));
}
