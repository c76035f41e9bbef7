/** A reason why OCI or an SDK said no. `why` and `next` are one sentence each. */
export interface Cause {
  readonly title: string;
  readonly why: string;
  readonly next: string;
}

const cause = (title: string, why: string, next: string): Cause => ({ title, why, next });

/** 404: the identity was accepted (apierrors.htm); permission or the resource is missing. */
const PERMISSION = {
  'policy-missing': cause(
    'No policy grants this call in the compartment that the request names',
    'the signature was accepted, so the identity is proven; OCI answers 404 instead of 403 to hide what exists',
    'grant the resource type of the call to the caller’s group or dynamic group, in the compartment passed in the request',
  ),
  'wrong-compartment': cause(
    'The request names another compartment than the policy',
    'GenAI checks the compartmentId (or opc-compartment-id, or the project’s compartment) of each request, not the caller’s own',
    'compare the compartment OCID in the request with the one in the policy, and look for a stray newline or space',
  ),
  'model-not-in-region': cause(
    'The model is not served on demand in this region, or it is retired',
    'a model or endpoint OCID that the region does not know gives the same 404 as a missing policy',
    'list the region’s models (oci generative-ai model-collection list-models) and compare the id and the region in the host name',
  ),
  'wrong-region': cause(
    'The request went to another region than the resource',
    'resources live in one region; another region’s endpoint answers 404',
    'compare the region in the OCID, the client’s region and the host name',
  ),
  'dynamic-group-unqualified': cause(
    'The dynamic group is in another identity domain than the policy says',
    "a group outside the default domain matches only when it is written 'domain'/'group'",
    'qualify it in the policy, for example OracleIdentityCloudService/<group>',
  ),
  'dynamic-group-no-match': cause(
    'The dynamic group does not match the caller (yet)',
    'a rule on instance.* never matches a resource principal and the reverse; changes take minutes',
    'check the matching rule against the workload’s resource.type and compartment, then restart the workload',
  ),
  'retired-operation': cause(
    'The operation is retired',
    'GenerateText and SummarizeText have no models any more and answer 404',
    'call Chat instead',
  ),
  'resource-missing': cause(
    'The OCID is wrong, or the resource is deleted',
    'OCI gives one answer for “not there” and “not allowed to know”',
    'get the resource in the console or CLI as an administrator, in the same region',
  ),
  'agent-policy-missing': cause(
    'No policy grants the agent family',
    'classic agents need genai-agent-family; generative-ai-family does not cover them',
    "grant 'use genai-agent-endpoint' and 'manage genai-agent-session' in the agent endpoint’s compartment",
  ),
  'key-policy-missing': cause(
    'No policy lets the GenAI API key call here',
    "a key has no rights of its own: a policy must name request.principal.type = 'generativeaiapikey'",
    'add the policy for the key’s compartment first, then create a new key: one made before its policy can stay unauthorized',
  ),
  'project-not-readable': cause(
    'The project is missing or not readable',
    'Responses, Files and Conversations need a project OCID that the caller may use',
    "pass project= and grant 'use generative-ai-project' in its compartment",
  ),
  'policy-scope': cause(
    'The policy does not reach this resource or operation',
    'the service says outright that the caller may not do this',
    'widen the policy’s resource type, verb or compartment to what the message names',
  ),
} satisfies Record<string, Cause>;

/** 401: the identity was not proven. */
const IDENTITY = {
  'key-not-uploaded': cause(
    'The public key is not registered for this user',
    'IAM looks the key up by tenancy, user and fingerprint, and found none',
    'compare the profile’s fingerprint with the user’s API keys in the console, and upload the public key if it is missing',
  ),
  'fingerprint-mismatch': cause(
    'The fingerprint does not belong to the key file',
    'the profile names one key and signs with another',
    'compute it: openssl rsa -pubout -outform DER -in <key.pem> | openssl md5 -c',
  ),
  'wrong-user-or-tenancy': cause(
    'The user or tenancy OCID is wrong',
    'one wrong character in either gives 401, where a missing policy gives 404',
    'copy both again from the console, of the same user that holds the key',
  ),
  'session-expired': cause(
    'The session token has expired',
    'a session lasts at most 60 minutes unless it is refreshed',
    'run: oci session refresh --profile <profile>, or oci session authenticate',
  ),
  'session-profile-with-plain-client': cause(
    'A session profile is used as an API-key profile',
    'the client ignores security_token_file and signs with a key that IAM has never seen',
    'pass a session signer (SecurityTokenSigner, SessionAuthDetailProvider, --auth security_token)',
  ),
  'plain-profile-with-session-auth': cause(
    'The profile has no session token',
    'session authentication reads security_token_file, and this profile is an API-key profile',
    'run oci session authenticate and name that profile, or use the plain config-file client',
  ),
  'session-token-missing': cause(
    'The session token file is not there',
    "security_token_file names a file that does not exist; several libraries do not expand '~' in it",
    'write an absolute path, or run oci session authenticate again',
  ),
  'clock-skew': cause(
    'The computer’s clock is off by more than five minutes',
    'the signature covers the date, and OCI refuses one that is too old or from the future',
    'set the clock (NTP), also inside the container or virtual machine',
  ),
  'key-disabled': cause(
    'The key or the user is disabled or deleted',
    'IAM no longer accepts what once worked',
    'look at the user and its API keys in the console',
  ),
  'principal-token-expired': cause(
    'A long-running process kept an expired principal token',
    'some signers do not renew their token in processes that run for many hours',
    'refresh the signer, or build it again, when a 401 arrives',
  ),
  'genai-key-not-accepted': cause(
    'The GenAI API key is unknown, expired, deactivated or revoked',
    'the service answers every key that it cannot use with 401',
    'look at both secrets of the key and their state and expiry in the console',
  ),
  'genai-key-unauthorized': cause(
    'The GenAI API key is good, but no policy lets it call',
    'a key without a policy gets the same 401 as an unknown key',
    "add the policy for request.principal.type = 'generativeaiapikey', then create a new key",
  ),
  'genai-key-other-region': cause(
    'The GenAI API key belongs to another region',
    'a key works only in the region where it was made',
    'compare the region in the key’s OCID with the one in the base URL',
  ),
  'wrong-kind-of-key': cause(
    'Another kind of key was pasted',
    'an OpenAI key, an IAM signing key or the key’s OCID is no GenAI API key secret',
    'use the sk-… secret that OCI showed once when the GenAI API key was created',
  ),
  'bearer-on-signed-plane': cause(
    'A bearer key was sent to an endpoint that reads signatures only',
    'agents, management and the native inference API never read a GenAI API key',
    'sign the request with IAM, or call the OpenAI-compatible path /openai/v1',
  ),
  'key-sent-to-openai': cause(
    'The request went to OpenAI, not to OCI',
    'the client has no base_url, so the GenAI API key was sent to api.openai.com',
    'set base_url to https://inference.generativeai.<region>.oci.oraclecloud.com/openai/v1, and rotate the key',
  ),
  'openai-key-missing': cause(
    'The OpenAI client has no key',
    'it reads only api_key= and OPENAI_API_KEY; no OCI variable',
    'pass api_key=os.environ["OCI_GENAI_API_KEY"], or an http_client with OCI signing',
  ),
  'hosted-application-token': cause(
    'The hosted application did not accept the token',
    'it takes an access token of its own identity domain with the right audience and scope; never an sk- key',
    'request a token with the application’s scope, and compare domain URL, audience and scope with its settings',
  ),
  'exchange-trust': cause(
    'The identity domain does not accept the token to exchange',
    'issuer, audience, subject or client of the identity propagation trust does not match the job’s OIDC token',
    'compare the trust’s issuer, client and impersonation rule with the claims of the token',
  ),
  'client-credentials': cause(
    'The identity domain refused the client id, secret or scope',
    'the confidential application’s settings do not match the request',
    'check client id and secret, that the application is active, and that the scope is <audience><scope>',
  ),
} satisfies Record<string, Cause>;

/** The client stopped before OCI was asked, or the request itself is wrong. */
const CLIENT = {
  'profile-incomplete': cause(
    'The profile lacks required entries',
    'an API-key client needs user, tenancy, fingerprint, key_file and region',
    'complete the profile, or pass signer= when a principal or session is meant',
  ),
  'entry-malformed': cause(
    'An entry of the profile is malformed',
    'OCIDs and the fingerprint must have their exact form; the fingerprint is lower-case',
    'copy the value that the message names again, without quotes, spaces or comments behind it',
  ),
  'config-file-missing': cause(
    'There is no config file',
    'the SDK looked for ~/.oci/config; in a workload none should be needed',
    'use the workload’s principal on OCI, or run oci setup config on a laptop',
  ),
  'profile-missing': cause(
    'The profile does not exist in the config file',
    'the name must match a [section] exactly',
    'list the sections of the file and name one of them',
  ),
  'key-file-missing': cause(
    'The key file does not exist',
    'key_file names a path that is not there for this user or container',
    'correct the path; use an absolute one in containers and services',
  ),
  'key-content-in-file': cause(
    'key_content stands in the config file',
    'SDKs take key_content only from a program, never from the file',
    'store the key in a file of its own with mode 600 and name it as key_file',
  ),
  'config-syntax': cause(
    'The config file has a line that this SDK cannot read',
    'one bad line hides every profile',
    'correct the line: only [section], key=value and # comments',
  ),
  'authentication-type-unsupported': cause(
    'authentication_type in the profile is not supported',
    'SDKs take only instance_principal with delegation_token_file from a config file',
    'build the principal’s signer in code',
  ),
  'private-key-unreadable': cause(
    'The private key cannot be read',
    'it is an OpenSSH key, a damaged file, or its pass phrase is wrong',
    'convert it: openssl pkcs8 -topk8 -nocrypt -in <key> -out key.pem, or correct pass_phrase',
  ),
  'public-key-given': cause(
    'key_file names the public key',
    'signing needs the private key',
    'name the private .pem file',
  ),
  'passphrase-missing': cause(
    'The key is encrypted and no pass phrase is given',
    'the SDK cannot decrypt it',
    'give the pass phrase from a secret store, or use a session or principal instead',
  ),
  'no-resource-principal': cause(
    'This is no place with a resource principal',
    'OCI_RESOURCE_PRINCIPAL_VERSION is set only inside Functions, Container Instances, Data Science and hosted applications',
    'on Compute use the instance principal, in OKE the workload identity, on a laptop a session',
  ),
  'resource-principal-version': cause(
    'The SDK does not know this version of the resource principal',
    'TypeScript and .NET read version 2.2 only',
    'update the SDK, or remove a hand-set OCI_RESOURCE_PRINCIPAL_VERSION',
  ),
  'no-instance-principal': cause(
    'This is no OCI Compute instance, or its metadata service is out of reach',
    'the instance principal comes from 169.254.169.254, which only an instance answers',
    'off OCI use a session or GenAI API key; in a container allow the route and bypass the proxy for it',
  ),
  'instance-not-in-dynamic-group': cause(
    'The instance is not in a dynamic group with a policy',
    'the certificate was there but the federation call was refused',
    'match the instance or its compartment in a dynamic group and grant it the call',
  ),
  'oke-basic-cluster': cause(
    'The cluster is no enhanced cluster',
    'workload identity exists on enhanced clusters with managed nodes only',
    'upgrade the cluster to enhanced, or use another principal',
  ),
  'oke-token-refused': cause(
    'The cluster’s token service gave no token',
    'basic clusters and virtual nodes answer 403, and a missing service account fails as well',
    'check that the cluster is enhanced and that the pod runs with its service account token mounted',
  ),
  'oke-not-in-pod': cause(
    'The code does not run in a Kubernetes pod',
    'KUBERNETES_SERVICE_HOST and the service account token exist only inside a pod',
    'run it in the pod, or choose another method locally',
  ),
  'litellm-credentials': cause(
    'LiteLLM got no OCI credentials',
    'it wants oci_user, oci_fingerprint, oci_tenancy and a key, or oci_signer',
    'pass oci_signer= with a principal, or for a GenAI API key use model="openai/<model>" with api_base',
  ),
  'framework-auth-type': cause(
    'auth_type is not one that this framework knows',
    'the values are case-sensitive and differ: API_KEY in LangChain, api_key in ADK',
    'use one of the values that the message lists; for OKE pass a client= of your own',
  ),
  'framework-wraps-auth': cause(
    'The framework could not build its OCI client',
    'it hides the real failure: a missing profile, key or principal',
    'build the same client with the OCI SDK alone to see the cause',
  ),
  'unawaited-provider': cause(
    'The provider is a promise',
    'the builder’s build() is asynchronous in TypeScript',
    'write await before it',
  ),
  'signer-none': cause(
    'The client got signer=None',
    'a given signer wins even when it is None, so nothing signs',
    'leave the argument out when there is no signer',
  ),
  'terraform-credentials': cause(
    'The provider or SDK found no complete credentials',
    'none of provider block, TF_VAR_* and ~/.oci/config supplies the value that the message names',
    'set auth = "SecurityToken" or "InstancePrincipal" with a profile, or complete the entries; Go does not inherit from [DEFAULT]',
  ),
  'compartment-missing': cause(
    'The request names no compartment',
    'a signed OpenAI-compatible call says where it is billed with the opc-compartment-id header or a project',
    'pass compartment_id (or the header), or a project',
  ),
  'model-unknown': cause(
    'The model is not served at this endpoint and region',
    'this is no authentication problem: the caller was let in',
    'take a model id that the region lists for the OpenAI-compatible API',
  ),
  'operation-unsupported': cause(
    'The model does not support this operation',
    'Cohere models, for example, have no OpenAI-compatible embeddings; authentication is fine',
    'use the native API or another model',
  ),
  'request-malformed': cause(
    'The request’s form does not fit the model',
    'authentication is fine; the body is not what this model takes',
    'use the request class of the model’s vendor (CohereChatRequest or GenericChatRequest)',
  ),
  'rate-limited': cause(
    'Too many requests, or the service limit is reached',
    'authentication is fine',
    'wait and retry with back-off, or ask for a higher limit',
  ),
  'host-unreachable': cause(
    'OCI does not answer from here',
    'the name is right, but no connection comes about: a proxy, a firewall, or a subnet without a gateway',
    'call the host with curl -v from the same machine or pod; a private subnet needs a NAT or service gateway',
  ),
  'certificate-untrusted': cause(
    'The certificate of the connection is not trusted here',
    'a proxy that opens TLS shows its own certificate, or the image has no list of authorities',
    'name the authority: REQUESTS_CA_BUNDLE (Python), NODE_EXTRA_CA_CERTS (Node), OCI_CLI_CERT_BUNDLE (CLI)',
  ),
  'service-fault': cause(
    'The service itself failed',
    'authentication is fine: OCI accepted the request and could not serve it',
    'retry with back-off; when it stays, give Oracle the opc-request-id',
  ),
  'delegation-token-missing': cause(
    'There is no delegation token',
    'Cloud Shell supplies it in a file that its config names; nothing does elsewhere',
    'run it in Cloud Shell, or use a session on a laptop and a principal on OCI',
  ),
  'host-unknown': cause(
    'The host name does not exist',
    'the region or the service name in the host is misspelt, or GenAI is not offered there',
    'compare the host with <service>.generativeai.<region>.oci.<realm domain>',
  ),
} satisfies Record<string, Cause>;

export const CAUSES = { ...PERMISSION, ...IDENTITY, ...CLIENT };
export type CauseId = keyof typeof CAUSES;
