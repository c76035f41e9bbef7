import { nearest } from './nearest';
import type { Verb } from './statement';

/** Each verb includes the ones before it. */
export const VERBS: readonly Verb[] = ['inspect', 'read', 'use', 'manage'];

export const VERB_MEANINGS: Readonly<Record<Verb, string>> = {
  inspect: 'list resources without their details',
  read: 'list and get resources',
  use: 'work with existing resources: call models, chat, update',
  manage: 'everything, also create, move and delete',
};

export const includesVerb = (granted: Verb, needed: Verb): boolean => VERBS.indexOf(granted) >= VERBS.indexOf(needed);

export const nearestVerb = (text: string): Verb | undefined =>
  nearest(text.toLowerCase(), VERBS, 2) as Verb | undefined;
