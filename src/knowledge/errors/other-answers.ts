import { of, type Signature } from './signature';
import { HOSTS, OCI, OPENAI_CLIENTS, SDKS } from './words';

/** Whoever was let in and asked for something that is not there, or asked wrongly. */
export const REQUESTS: readonly Signature[] = [
  of(['entity with key', 'not found', [...OCI, ...OPENAI_CLIENTS]], 'model-unknown', 'model-not-in-region'),
  of(
    [['model is retired', 'unsupported serving mode', 'model is not supported', 'model not found'], OCI],
    'model-not-in-region',
    'model-unknown',
  ),
  of([['is retired', 'has been retired', 'was retired'], 'model', OCI], 'model-not-in-region', 'model-unknown'),
  of(['invalid compartmentid'], 'wrong-compartment', 'compartment-missing'),
  of([['openai-project'], ['required', 'missing'], OCI], 'project-not-readable', 'compartment-missing'),
  of(['unsupported openai operation'], 'operation-unsupported'),
  of(['please pass in correct format of request'], 'request-malformed'),
  of(
    [
      ['toomanyrequests', 'too many requests', '429', 'limitexceeded', 'quotaexceeded'],
      [...HOSTS, ...SDKS],
    ],
    'rate-limited',
  ),
  of(
    [
      [
        'opc-compartment-id header is',
        'missing opc-compartment-id',
        'compartmentid is required',
        'compartmentid must be provided',
        'compartmentid must not be',
        'compartmentid cannot be null',
        'compartmentid may not be null',
        'compartmentid is missing',
        'compartment_id is required',
        'compartment_id must be provided',
        'compartment id is required',
        'missing compartmentid',
        'missing compartment_id',
      ],
      ['invalidparameter', 'missingparameter', '400', 'opc-compartment-id', 'generativeai', ...OCI],
    ],
    'compartment-missing',
  ),
];

/** The connection, or the service itself. */
export const CONNECTIONS: readonly Signature[] = [
  of(
    [
      [
        'enotfound',
        'name or service not known',
        'nodename nor servname',
        'no such host',
        'failed to resolve',
        'unknownhostexception',
        'could not resolve host',
        'getaddrinfo',
      ],
      ['oraclecloud', 'generativeai.'],
    ],
    'host-unknown',
    'wrong-region',
  ),
  of(
    [
      [
        'certificate_verify_failed',
        'certificate verify failed',
        'unable to get local issuer',
        'self-signed certificate',
        'self signed certificate',
        'pkix path building failed',
        'certificate signed by unknown authority',
        'sslcertverificationerror',
      ],
      HOSTS,
    ],
    'certificate-untrusted',
  ),
  of(
    [
      [
        'internalservererror',
        'internal server error',
        'serviceunavailable',
        'bad gateway',
        'service unavailable',
        'gateway timeout',
      ],
      [...HOSTS, ...SDKS],
    ],
    'service-fault',
  ),
  of(
    [
      [
        'timed out',
        // A setting is called timeout as well.
        'timeouterror',
        'timeoutexception',
        'connecttimeout',
        'readtimeout',
        'i/o timeout',
        'timeout exceeded',
        'timeout was reached',
        'etimedout',
        'econnrefused',
        'connection refused',
        'connection reset',
        'econnreset',
        'max retries exceeded',
        'no route to host',
        'network is unreachable',
        'proxyerror',
      ],
      HOSTS,
    ],
    'host-unreachable',
    'host-unknown',
  ),
];
