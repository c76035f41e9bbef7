import type { Method } from '../../../src/knowledge/method';
import type { Service } from './address';
import type { KeyIdKind } from './principal';

/** What the local OCI noticed about one request: never a secret, only its kind. */
export interface Seen {
  readonly service: Service | 'unknown';
  readonly region: string;
  readonly verb: string;
  readonly path: string;
  readonly status: number;
  readonly keyId?: KeyIdKind;
  readonly bearer?: 'genai-api-key' | 'jwt';
  /** The method that the credential proved, absent when it proved nothing. */
  readonly method?: Method;
  readonly principalType?: string;
  readonly flaw?: string;
}
