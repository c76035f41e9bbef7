import type { Framework } from '../knowledge/code';
import type { Method } from '../knowledge/method';
import type { Place } from '../knowledge/place';
import type { PolicyStatement } from '../knowledge/policy';
import type { PlaneUse } from './policy';

/** The request by which an editor asks the language server for it. */
export const SURVEY_REQUEST = 'principled/survey';

/** What a workspace shows about its authentication, found without running anything. Holds no secret. */
export interface Survey {
  readonly uses: readonly UseFact[];
  /** Program languages, the most used first. */
  readonly languages: readonly string[];
  readonly workloads: readonly WorkloadFact[];
  /** The most named first. */
  readonly regions: readonly string[];
  readonly ocids: Readonly<Record<OcidKind, readonly string[]>>;
  readonly policies: readonly PolicyFact[];
  /** Where Terraform's OCI provider gets its credentials. */
  readonly providers: readonly ProviderFact[];
  readonly files: number;
  /** There was more than is looked at. */
  readonly partial: boolean;
}

export interface Spot {
  readonly uri: string;
  /** From zero. */
  readonly line: number;
}

/** The first line of a block that configures the provider, and the input variables whose `TF_VAR_*` it reads. */
export interface ProviderFact extends Spot {
  readonly variables: readonly string[];
}

/** One place that reaches OCI. */
export interface UseFact extends Spot, PlaneUse {
  readonly methods: readonly (Method | 'none' | 'unknown')[];
  /** Profiles of the default config that the code is seen to read. */
  readonly profiles: readonly string[];
  /** Profiles of config files that the code names. */
  readonly elsewhere?: readonly { readonly file: string; readonly profile: string }[];
  /** Environment variables from which the code reads its key. */
  readonly variables?: readonly string[];
  /** A command of the OCI CLI, which reads variables of its own. */
  readonly cli?: boolean;
  /** Where literals of the same file name them. */
  readonly named: readonly NamedProfile[];
  readonly region?: string;
  readonly language: string;
  readonly framework?: Framework;
}

/** A profile's name in code, without its quotes; lines and characters from zero. */
export interface NamedProfile extends Spot {
  readonly character: number;
  readonly profile: string;
}

export interface WorkloadFact {
  readonly place: Place;
  readonly uri: string;
  readonly certain: boolean;
  /** The Kubernetes identity that its manifest names. */
  readonly account?: { readonly namespace?: string; readonly name?: string };
}

export interface PolicyFact extends Spot {
  readonly text: string;
  readonly statement: PolicyStatement;
}

export const OCID_KINDS = [
  'compartment',
  'generativeaiproject',
  'genaiagentendpoint',
  'generativeaiapikey',
  'cluster',
] as const;
export type OcidKind = (typeof OCID_KINDS)[number];

export const NOTHING_FOUND: Survey = {
  uses: [],
  languages: [],
  workloads: [],
  regions: [],
  ocids: { compartment: [], generativeaiproject: [], genaiagentendpoint: [], generativeaiapikey: [], cluster: [] },
  policies: [],
  providers: [],
  files: 0,
  partial: false,
};

/** The frameworks by the packages whose symbols make a client. */
const FRAMEWORK_PACKAGES: readonly (readonly [RegExp, Framework])[] = [
  [/^langchain/, 'langchain'],
  [/^llama_index/, 'llamaindex'],
  [/^litellm/, 'litellm'],
  [/^(?:oci\.addons\.adk|oracle\.adk|adk)\b/, 'adk'],
];

export const frameworkOf = (symbol: string): Framework | undefined =>
  FRAMEWORK_PACKAGES.find(([pattern]) => pattern.test(symbol))?.[1];
