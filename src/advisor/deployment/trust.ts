import type { Place } from '../../knowledge/place';
import type { DeploymentPiece } from './piece';

/** Claims of a GitHub Actions token; other issuers have their own. */
const GITHUB = 'https://token.actions.githubusercontent.com';

/**
 * What makes an identity domain take the issuer's tokens: docs json_web_token_exchange.htm; the options of
 * `oci identity-domains identity-propagation-trust create` (oci-cli 3.89); the rule as public set-ups for GitHub have it.
 */
export function trust(place: Place): DeploymentPiece {
  const pipeline = place === 'ci';
  const issuer = pipeline ? GITHUB : '<issuer-url>';
  const keys = pipeline ? `${GITHUB}/.well-known/jwks` : '<jwks-url>';
  const subject = pipeline ? 'repo:<owner>/<repository>:ref:refs/heads/main' : '<subject>';
  return {
    title: 'Once, by an administrator of the identity domain: the trust without which no token is exchanged',
    file: 'identity-propagation-trust.sh',
    text: `# In the Console first: Identity & Security, Domains, the domain.
# 1. Integrated applications: a confidential application with the client credentials grant, activated.
#    Its client ID and secret are OCI_CLIENT_ID and OCI_CLIENT_SECRET of whoever exchanges.
# 2. A service user in the group that the policy names: its OCID is SERVICE_USER_OCID, its ID SERVICE_USER_ID.
# 3. Then this: tokens of the issuer act as that user, for this subject and audience alone.
oci identity-domains identity-propagation-trust create --endpoint "$OCI_DOMAIN_URL" \\
  --schemas '["urn:ietf:params:scim:schemas:oracle:idcs:IdentityPropagationTrust"]' \\
  --name genai-callers --type JWT --active true \\
  --issuer '${issuer}' \\
  --public-key-endpoint '${keys}' \\
  --client-claim-name aud --client-claim-values '["oci"]' \\
  --oauth-clients "[\\"$OCI_CLIENT_ID\\"]" \\
  --subject-type User --allow-impersonation true \\
  --impersonation-service-users "[{\\"rule\\": \\"sub eq ${subject}\\", \\"value\\": \\"$SERVICE_USER_ID\\", \\"ocid\\": \\"$SERVICE_USER_OCID\\"}]"
`,
  };
}
