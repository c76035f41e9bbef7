import { agentWithGenaiKey } from './agent-with-genai-key';
import { agentWithIamKey } from './agent-with-iam-key';
import { committedOciConfig } from './committed-oci-config';
import type { Rule } from './contract';
import { dummyKeyWithoutAuth } from './dummy-key-without-auth';
import { embeddedIamCredentials } from './embedded-iam-credentials';
import { embeddedPrivateKey } from './embedded-private-key';
import { endpointWithVersionPath } from './endpoint-with-version-path';
import { hardcodedGenaiKey } from './hardcoded-genai-key';
import { hostedApplicationWithGenaiKey } from './hosted-application-with-genai-key';
import { imageWithOciConfig } from './image-with-oci-config';
import { nativeApiWithGenaiKey } from './native-api-with-genai-key';
import { policyAnyUserUnconditional } from './policy-any-user-unconditional';
import { policyOverbroad } from './policy-overbroad';
import { policyPlaneGap } from './policy-plane-gap';
import { policyUnknownResourceType } from './policy-unknown-resource-type';
import { regionMismatch } from './region-mismatch';
import { retiredEndpointOrPackage } from './retired-endpoint-or-package';
import { sessionProfileWithoutToken } from './session-profile-without-token';
import { signerNone } from './signer-none';
import { unawaitedProvider } from './unawaited-provider';
import { unexpandedTokenPath } from './unexpanded-token-path';
import { unsupportedAuthType } from './unsupported-auth-type';
import { uselessSuppression } from './useless-suppression';
import { workloadWithIamKey } from './workload-with-iam-key';
import { wrongPrincipalForWorkload } from './wrong-principal-for-workload';

/** Every rule, in the order in which findings of one place are shown. */
export const RULES: readonly Rule[] = [
  agentWithGenaiKey,
  agentWithIamKey,
  nativeApiWithGenaiKey,
  hostedApplicationWithGenaiKey,
  dummyKeyWithoutAuth,
  signerNone,
  unawaitedProvider,
  unsupportedAuthType,
  endpointWithVersionPath,
  unexpandedTokenPath,
  regionMismatch,
  retiredEndpointOrPackage,
  workloadWithIamKey,
  wrongPrincipalForWorkload,
  sessionProfileWithoutToken,
  embeddedPrivateKey,
  embeddedIamCredentials,
  hardcodedGenaiKey,
  committedOciConfig,
  imageWithOciConfig,
  policyAnyUserUnconditional,
  policyUnknownResourceType,
  policyOverbroad,
  policyPlaneGap,
  uselessSuppression,
];

/** Rules whose findings stand on a secret: their span may be marked, never shown. */
export const SECRET_RULES: ReadonlySet<string> = new Set([
  embeddedPrivateKey.id,
  embeddedIamCredentials.id,
  hardcodedGenaiKey.id,
]);
