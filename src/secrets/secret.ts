import type { Span } from '../source/program';

export type SecretKind =
  | 'private-key'
  | 'iam-identity'
  | 'pass-phrase'
  | 'session-token'
  | 'auth-token'
  | 'customer-secret-key'
  | 'genai-key';

export type Confidence = 'high' | 'medium' | 'low';

export interface SecretFacts {
  readonly kind: SecretKind;
  readonly span: Span;
  readonly confidence: Confidence;
  /** Whether something beside it says that it is meant for OCI. */
  readonly oci: boolean;
  /** The private key carries the trailer that the OCI CLI writes. */
  readonly labelled?: boolean;
}

/** A literal credential. However it is printed, serialised or logged, only its mask comes out. */
export class Secret implements SecretFacts {
  readonly kind: SecretKind;
  readonly span: Span;
  readonly confidence: Confidence;
  readonly oci: boolean;
  readonly labelled: boolean;
  readonly #value: string;

  constructor(facts: SecretFacts, value: string) {
    this.kind = facts.kind;
    this.span = facts.span;
    this.confidence = facts.confidence;
    this.oci = facts.oci;
    this.labelled = facts.labelled ?? false;
    this.#value = value;
  }

  /** What may be shown: the kind of thing and how long it is, nothing of its text. */
  get mask(): string {
    return `[${this.kind}, ${this.#value.length} characters]`;
  }

  /** The text itself, for edits that move it elsewhere. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return this.mask;
  }

  toJSON(): string {
    return this.mask;
  }

  [Symbol.toPrimitive](): string {
    return this.mask;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.mask;
  }
}
