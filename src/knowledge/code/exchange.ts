import { inHereDocument } from './literal';

/** Where the script below leaves the session; the variable by which code is told. */
export const EXCHANGED = {
  file: 'exchange-token.sh',
  config: '$HOME/.oci/sessions/GENAI/config',
  variable: 'OCI_CONFIG_FILE',
} as const;

/**
 * For languages whose SDK exchanges no token: it is exchanged before, for a key that this very session makes, and code
 * reads it as a session. Parameters as the signers of the Python and Go SDKs post them
 * (oci/auth/signers/token_exchange_signer.py).
 */
export const exchangeScript = (region: string): string =>
  `# Exchanges OIDC_TOKEN for a session of an hour; its key is made here and is nobody's API key.
umask 077
session="$HOME/.oci/sessions/GENAI"
mkdir -p "$session"
openssl genrsa -out "$session/key.pem" 2048
public_key=$(openssl pkey -in "$session/key.pem" -pubout -outform DER | base64 | tr -d '\\n')
curl --silent --fail --user "$OCI_CLIENT_ID:$OCI_CLIENT_SECRET" \\
  --data-urlencode grant_type=urn:ietf:params:oauth:grant-type:token-exchange \\
  --data-urlencode requested_token_type=urn:oci:token-type:oci-upst \\
  --data-urlencode subject_token_type=jwt --data-urlencode "subject_token=$OIDC_TOKEN" \\
  --data-urlencode "public_key=$public_key" \\
  "$OCI_DOMAIN_URL/oauth2/v1/token" | jq -ejr .token > "$session/token"
fingerprint=$(printf %s "$public_key" | base64 -d | openssl md5 -c | sed 's/.* //')
cat > "$session/config" <<CONFIG
[DEFAULT]
tenancy=$OCI_TENANCY_ID
region=${inHereDocument(region)}
fingerprint=$fingerprint
key_file=$session/key.pem
security_token_file=$session/token
CONFIG
`;
