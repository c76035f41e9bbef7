import type { Span } from './token';

export type StatementKind = 'allow' | 'deny' | 'endorse' | 'admit' | 'define';
export type Verb = 'inspect' | 'read' | 'use' | 'manage';
export type SubjectKind =
  | 'any-user'
  | 'any-group'
  | 'group'
  | 'dynamic-group'
  | 'service'
  | 'resource'
  /** A template placeholder stands for the whole subject. */
  | 'unknown';

/** A name or OCID, perhaps qualified with an identity domain: `'domain'/'name'`. */
export interface Name {
  readonly text: string;
  readonly domain?: string;
  readonly byId: boolean;
  /** Known only elsewhere (Terraform variable, placeholder). */
  readonly hole: boolean;
  readonly span: Span;
}

export interface Subject {
  readonly kind: SubjectKind;
  readonly names: readonly Name[];
  /** Cross-tenancy: `admit group G of tenancy T`. */
  readonly tenancy?: Name;
  readonly span: Span;
}

export interface Action {
  /** Absent with a permission list, with `associate`, or when it is a placeholder or misspelt. */
  readonly verb?: Verb;
  /** `{PERMISSION_A, PERMISSION_B}`. */
  readonly permissions: readonly Name[];
  readonly associate: boolean;
  readonly span: Span;
}

export type LocationKind = 'tenancy' | 'any-tenancy' | 'compartment' | 'unknown';

export interface Location {
  readonly kind: LocationKind;
  /** A name, an OCID (`byId`) or a path whose parts `a:b` are also in `path`. */
  readonly name?: Name;
  readonly path: readonly string[];
  readonly span: Span;
}

/** `present`: a matching rule's bare tag, which only asks that the tag is there. */
export type Operator = '=' | '!=' | 'in' | 'not in' | 'before' | 'after' | 'between' | 'present';

export interface Value {
  readonly kind: 'text' | 'pattern' | 'variable';
  readonly text: string;
  readonly hole: boolean;
  readonly span: Span;
}

export interface Test {
  readonly kind: 'test';
  readonly variable: string;
  readonly variableSpan: Span;
  readonly operator: Operator;
  readonly values: readonly Value[];
  readonly span: Span;
}

export interface Branches {
  readonly kind: 'all' | 'any';
  readonly items: readonly Condition[];
  readonly span: Span;
}

/** A placeholder, or text that could not be read: claims nothing. */
export interface UnknownCondition {
  readonly kind: 'unknown';
  readonly span: Span;
}

export type Condition = Test | Branches | UnknownCondition;

export interface PolicyProblem {
  readonly code: string;
  readonly message: string;
  readonly span: Span;
}

export interface PolicyStatement {
  readonly kind: StatementKind;
  readonly span: Span;
  readonly subject?: Subject;
  readonly action?: Action;
  /** Resource types; one by the grammar, a pair with `associate A … with B …`. */
  readonly resources: readonly Name[];
  readonly location?: Location;
  readonly condition?: Condition;
  /** `define tenancy NAME as OCID`. */
  readonly definition?: { readonly noun: string; readonly name: Name; readonly ocid?: Name };
  readonly problems: readonly PolicyProblem[];
}
