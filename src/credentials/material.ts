import type { Method } from '../knowledge/method';

/** What a live test needs. Holds secrets: made when a test starts, handed over once, never stored or shown. */
export type Material =
  | {
      readonly kind: 'signature';
      readonly method: Method;
      /** `tenancy/user/fingerprint`, or `ST$<token>`. */
      readonly keyId: string;
      /** Decrypted, PKCS#8. */
      readonly privateKey: string;
      readonly region: string;
      readonly tenancy: string;
    }
  | { readonly kind: 'bearer'; readonly secret: string; readonly region: string }
  | {
      readonly kind: 'principal';
      readonly method: 'instance-principal' | 'resource-principal' | 'oke-workload-identity' | 'delegation-token';
      readonly region?: string;
      /** Of the user for whom an instance acts, as in Cloud Shell. */
      readonly delegation?: string;
    };
