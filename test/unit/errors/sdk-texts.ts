import type { CauseId } from '../../../src/knowledge/errors';

const OCI_CONFIG =
  'For more info about config file and how to get required information, see https://docs.oracle.com/en-us/iaas/Content/API/Concepts/sdkconfig.htm for more info on OCI configuration files.';

/** What the sources of the SDKs throw before OCI is asked, as a program prints it. */
export const SDK_TEXTS: ReadonlyArray<readonly [first: CauseId, text: string]> = [
  // oci-python-sdk
  [
    'delegation-token-missing',
    'oci.exceptions.InvalidConfig: Delegation token file not found at /etc/oci/delegation_token',
  ],
  [
    'delegation-token-missing',
    'oci.exceptions.InvalidConfig: ERROR: Please specify the location of the delegation_token_file in the config.',
  ],
  ['delegation-token-missing', 'oci.exceptions.InvalidConfig: ERROR: delegation_token was not provided.'],
  [
    'no-instance-principal',
    'RuntimeError: Unable to initialize IMDS certificate retrievers for all candidate endpoints',
  ],
  [
    'oke-token-refused',
    'RuntimeError: Service account token at /var/run/secrets/kubernetes.io/serviceaccount/token has expired',
  ],
  ['oke-token-refused', 'RuntimeError: The supplied service account token has expired.'],
  ['no-resource-principal', 'OSError: OCI_RESOURCE_PRINCIPAL_VERSION_FOR_LEAF_RESOURCE is not defined'],
  [
    'no-resource-principal',
    'oci.exceptions.InvalidResourcePrincipalArguments: Resource Id or Tenancy Id or OCI_RESOURCE_PRINCIPAL_VERSION is missing',
  ],
  // oci-go-sdk
  [
    'no-resource-principal',
    'panic: can not create resource principal, environment variable: OCI_RESOURCE_PRINCIPAL_RPST, not present',
  ],
  [
    'resource-principal-version',
    'can not create resource principal, environment variable: OCI_RESOURCE_PRINCIPAL_VERSION, must be valid',
  ],
  [
    'oke-token-refused',
    'failed to get a Workload Identity token. Status: 403 Forbidden, Message: . Please contact OKE team',
  ],
  [
    'oke-token-refused',
    'can not create resource principal, error getting Kubernetes Service Account Token at /var/run/secrets/kubernetes.io/serviceaccount/token',
  ],
  [
    'no-instance-principal',
    'failed to create a new key provider for instance principal: failed to create federation client: failed to refresh the leaf certificate',
  ],
  ['no-instance-principal', 'failed to call instance metadata service. Error: context deadline exceeded'],
  [
    'key-file-missing',
    'can not create client, bad configuration: can not read PrivateKey  from configuration file due to: open /keys/k.pem: no such file or directory',
  ],
  [
    'session-token-missing',
    'can not read SessionTokenFilePath from configuration file due to: open /x/token: no such file or directory',
  ],
  ['profile-incomplete', 'tenancy configuration is missing from file'],
  ['profile-missing', 'panic: configuration file did not contain profile: GENAI'],
  // oci-typescript-sdk
  ['config-syntax', 'Error: Found line with no key: =ocid1.user.oc1..x'],
  ['config-syntax', `Error: Cannot have empty profile name: []. ${OCI_CONFIG}`],
  [
    'config-syntax',
    `Error: Config parse error, attempted to read configuration without specifying a profile: user=x. ${OCI_CONFIG}`,
  ],
  ['config-file-missing', `Error: File does not exists at /root/.oci/conf. ${OCI_CONFIG}`],
  [
    'profile-incomplete',
    `Error: Region not specified in Config file or OCI_REGION env variable. Can not proceed without setting a region. ${OCI_CONFIG}`,
  ],
  [
    'session-expired',
    'Error: Authentication Error calling Identity to refresh token. Error: {"code":"NotAuthenticated"}',
  ],
  [
    'oke-token-refused',
    'Error: Failed to call Proxymux for RPST token. Status: 403. Failed to get a RPST token from Proxymux.',
  ],
  [
    'oke-token-refused',
    'Error: Invalid (empty) RPST token received from Proxymux. Failed to get a RPST token from Proxymux.',
  ],
  [
    'resource-principal-version',
    'Error: OCI_RESOURCE_PRINCIPAL_VERSION environment variable has an unknown value 3.0. Resource principals authentication can only be used in certain OCI services.',
  ],
  // oci-java-sdk
  [
    'delegation-token-missing',
    "java.io.IOException: Can't load the delegation token from file '/etc/oci/delegation_token' because it does not exist or it is not a file.",
  ],
  [
    'no-instance-principal',
    'com.oracle.bmc.model.BmcException: REST request to IMDS v2 endpoint failed : HTTP error code : 404',
  ],
  [
    'private-key-unreadable',
    'java.lang.IllegalArgumentException: The provided passphrase is incorrect.\n\tat com.oracle.bmc.http.signing.internal.PEMFileRSAPrivateKeySupplier.<init>',
  ],
  ['plain-profile-with-session-auth', 'java.lang.NullPointerException: Missing security_token_file in config.'],
  [
    'profile-incomplete',
    'java.lang.NullPointerException: Missing fingerprint in config. For more information about OCI configuration file',
  ],
];
