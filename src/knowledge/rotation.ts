/** The command that ends a leaked credential; words in angle brackets are the user's to fill in. Sources: oci-cli 3.89. */
export const ROTATION = {
  'private-key': 'oci iam user api-key delete --user-id <user-ocid> --fingerprint <fingerprint>',
  'iam-identity': 'oci iam user api-key delete --user-id <user-ocid> --fingerprint <fingerprint>',
  'pass-phrase': 'oci iam user api-key delete --user-id <user-ocid> --fingerprint <fingerprint>',
  'session-token': 'oci session terminate --profile <profile>',
  'auth-token': 'oci iam auth-token delete --user-id <user-ocid> --auth-token-id <token-ocid>',
  'customer-secret-key':
    'oci iam customer-secret-key delete --user-id <user-ocid> --customer-secret-key-id <access-key>',
  'genai-key':
    'oci generative-ai api-key set-api-key-state --api-key-id <key-ocid> --key-name <key-name> --state REVOKED',
} as const;

/** A new secret in the place of an old one, which ends at once (oci-cli 3.95 `generativeai_cli.py`). */
export const RENEWAL =
  'oci generative-ai api-key renew --api-key-id <key-ocid> --details \'{"keyName": "<key-name>"}\'';
/** Identifiers that a file shows beside the credential: they are no secrets, and make the command exact. */
export interface Shown {
  readonly user?: string;
  readonly fingerprint?: string;
  readonly key?: string;
}

/** The command with what is known filled in. */
export function rotation(kind: keyof typeof ROTATION, { user, fingerprint, key }: Shown = {}): string {
  return ROTATION[kind]
    .replace('<user-ocid>', user ?? '<user-ocid>')
    .replace('<fingerprint>', fingerprint ?? '<fingerprint>')
    .replace('<key-ocid>', key ?? '<key-ocid>');
}
