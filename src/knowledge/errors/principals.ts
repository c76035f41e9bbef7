import { of, type Signature } from './signature';
import { OCI, STATUS_401 } from './words';

const FAILS = [
  'fail',
  'error',
  'invalid',
  'missing',
  'exception',
  'refused',
  'forbidden',
  'timed out',
  'timeout',
  'unable',
  'could not',
  'max retries',
  '403',
];
const UNREACHED = [
  'timeout',
  'timed out',
  'refused',
  'unreachable',
  'no route',
  'max retries',
  'etimedout',
  'econnrefused',
  'ehostunreach',
  'failed',
  'error',
  'deadline',
];

/** Instances, functions, pods: a principal that is not there, or not let in. */
export const PRINCIPALS: readonly Signature[] = [
  of(['please ensure the cluster type is enhanced'], 'oke-basic-cluster', 'oke-token-refused'),
  of(
    [['proxymux', ':12250', 'port=12250', 'resourceprincipalsessiontokens'], FAILS],
    'oke-token-refused',
    'oke-basic-cluster',
    'oke-not-in-pod',
  ),
  of(['kubernetes service host was not provided'], 'oke-not-in-pod', 'oke-token-refused'),
  // oci-go-sdk and oci-python-sdk in their own words.
  of(
    [
      [
        'please contact oke team',
        'error getting kubernetes service account token',
        'service account token has expired',
        'fail to parse kubernetes service account token',
      ],
    ],
    'oke-token-refused',
    'oke-not-in-pod',
  ),
  of(['service account token at', 'has expired'], 'oke-token-refused', 'oke-not-in-pod'),
  of([['kubernetes_service_port_proxymux'], FAILS], 'oke-not-in-pod', 'oke-token-refused'),
  {
    all: [['kubernetes_service_host', 'serviceaccount/token', 'kubernetes service account token'], FAILS, OCI],
    // Kubernetes' own clients say this of themselves.
    none: ['in-cluster'],
    causes: ['oke-not-in-pod', 'oke-token-refused'],
  },
  of(
    [
      [
        'unsupported oci_resource_principal_version',
        'unsupported version',
        'unsupported value for environment variable',
        'has an unknown value',
        // Go.
        ', must be ',
      ],
      'resource_principal_version',
    ],
    'resource-principal-version',
    'no-resource-principal',
  ),
  of(
    [
      ['oci_resource_principal_version', 'oci_resource_principal_rpst', 'oci_resource_principal_private_pem'],
      [
        'missing',
        'not defined',
        'not present',
        'not set',
        'is not',
        'keyerror',
        'could not',
        'failed',
        'error',
        'unset',
      ],
    ],
    'no-resource-principal',
  ),
  of(
    [['resource principals authentication can only be used', 'can not create resource principal']],
    'no-resource-principal',
  ),
  of(
    [
      [
        'instance principals authentication can only be used',
        'instance principal auth is only possible',
        'failed retrieving certificates from localhost',
        // Python, Go and Java, where the metadata service does not answer.
        'unable to initialize imds certificate retrievers',
        'failed to call instance metadata service',
        'likely an error in the metadata service',
        'rest request to imds v2 endpoint failed',
        'from metadata service failed',
      ],
    ],
    'no-instance-principal',
    'instance-not-in-dynamic-group',
  ),
  of(
    [
      ['169.254.169.254', 'fd00:c1::a9fe'],
      UNREACHED,
      // The address is every cloud's: OCI's path, or who asks.
      ['/opc/', 'opc/v', 'instance principal', 'metadata service', ...OCI],
    ],
    'no-instance-principal',
  ),
  of(
    [
      ['x509 federation', 'x509federation', '/v1/x509', 'getting a federation token'],
      [...STATUS_401, '404', 'failed'],
      OCI,
    ],
    'instance-not-in-dynamic-group',
    'clock-skew',
  ),
  of(
    [['failed to create a new key provider for instance principal']],
    'no-instance-principal',
    'instance-not-in-dynamic-group',
  ),
];
