import type { Plane } from './plane';

/** What a live test can find. The words are said as they stand; causes come in the order of their likelihood. */
export const LIVE_VERDICTS = {
  works: { tone: 'good', words: 'works', causes: [] },
  accepted: {
    tone: 'good',
    words: 'credential accepted; whether a policy allows the operation was not asked',
    causes: [],
  },
  throttled: {
    tone: 'good',
    words: 'works, but is throttled at the moment',
    causes: [{ cause: 'too many requests', next: 'Wait a minute and test again.' }],
  },
  'no-policy': {
    tone: 'warning',
    words: 'credential accepted, but no policy allows this',
    causes: [
      {
        cause: 'no policy for this principal in the compartment',
        next: 'Run Generate Least-Privilege Policy, and add its statements.',
      },
      { cause: 'the request names another compartment', next: 'Test in the compartment in which you work.' },
      {
        cause: 'the resource or model is not in this region',
        next: 'Set the region of the credential to that of the resource.',
      },
    ],
  },
  forbidden: {
    tone: 'warning',
    words: 'credential accepted, but the operation is denied',
    causes: [
      { cause: 'a quota or a deny policy', next: 'Ask an administrator of the tenancy.' },
      { cause: 'the service is not enabled for the tenancy', next: 'Check the limits of Generative AI in the region.' },
    ],
  },
  'not-authenticated': {
    tone: 'bad',
    words: 'credential not accepted',
    causes: [
      {
        cause: 'the public key is not uploaded, or for another user',
        next: 'Compare the fingerprints in the console.',
      },
      { cause: 'user, tenancy or fingerprint has a wrong character', next: 'Copy them from the console again.' },
      { cause: 'the key was deleted or made a moment ago', next: 'Wait a minute, or upload it again.' },
      {
        cause: 'the tenancy is not subscribed to the region',
        next: 'Subscribe to it in the console, or set the home region.',
      },
    ],
  },
  'key-not-accepted': {
    tone: 'bad',
    words: 'GenAI API key not accepted',
    causes: [
      { cause: 'the key belongs to another region', next: 'Set the region in which it was made.' },
      { cause: 'the key is expired, inactive or revoked', next: 'Look at its state, and renew it.' },
      { cause: 'the policy is younger than the key', next: 'Make a new key after the policy.' },
      { cause: 'this is not the secret of a GenAI API key', next: 'Copy the secret, which starts with sk-.' },
    ],
  },
  expired: {
    tone: 'bad',
    words: 'expired',
    causes: [{ cause: 'the session or key has reached its end', next: 'Refresh the session, or renew the key.' }],
  },
  'clock-off': {
    tone: 'bad',
    words: 'the clock of this machine is off',
    causes: [{ cause: 'OCI allows five minutes', next: 'Set the clock, or let the system synchronise it.' }],
  },
  'method-refused': {
    tone: 'bad',
    words: 'this plane does not take this kind of credential',
    causes: [{ cause: 'it reads another kind', next: 'Use a principal or a session token here.' }],
  },
  'not-in-region': {
    tone: 'warning',
    words: 'the service is not in this region',
    causes: [{ cause: 'the region does not offer it', next: 'Choose a region that does.' }],
  },
  'region-unusable': {
    tone: 'bad',
    words: 'no known region to test with',
    causes: [{ cause: 'the region is missing or mistyped', next: 'Set the region, such as us-chicago-1.' }],
  },
  'wrong-region': {
    tone: 'bad',
    words: 'the region is of another realm than the tenancy',
    causes: [{ cause: 'realms share nothing', next: 'Set a region of the tenancy’s realm.' }],
  },
  'endpoint-unusable': {
    tone: 'bad',
    words: 'the endpoint for trials is not on this machine',
    causes: [{ cause: 'only a loopback address may stand for OCI', next: 'Use http://127.0.0.1:<port>.' }],
  },
  tls: {
    tone: 'bad',
    words: 'the certificate of the server is not trusted',
    causes: [
      {
        cause: 'a proxy opens TLS connections',
        next: 'Add its certificate authority to the system or NODE_EXTRA_CA_CERTS.',
      },
      { cause: 'somebody else answers', next: 'Do not send credentials over this network.' },
    ],
  },
  proxy: {
    tone: 'bad',
    words: 'a proxy is in the way',
    causes: [{ cause: 'the proxy wants a login or is not reachable', next: 'Check the proxy settings.' }],
  },
  'not-oci': {
    tone: 'bad',
    words: 'the answer is not OCI’s',
    causes: [
      { cause: 'a proxy or a login page of the network answers', next: 'Open any web page, or check the proxy.' },
      { cause: 'the service has a failure', next: 'Test again in a minute.' },
    ],
  },
  'service-error': {
    tone: 'warning',
    words: 'the service has a failure of its own',
    causes: [{ cause: 'OCI is not well', next: 'Test again in a minute; give support the request id.' }],
  },
  timeout: {
    tone: 'bad',
    words: 'no answer in time',
    causes: [
      { cause: 'a firewall drops the connection', next: 'Check the network, a VPN or the proxy.' },
      { cause: 'this machine is not where the principal lives', next: 'Run the test on OCI itself.' },
    ],
  },
  unreachable: {
    tone: 'bad',
    words: 'not reachable',
    causes: [
      { cause: 'no network, or the name does not resolve', next: 'Check the network and the DNS.' },
      { cause: 'the connection was reset', next: 'Check firewall and proxy.' },
    ],
  },
  cancelled: { tone: 'info', words: 'cancelled', causes: [] },
  'no-principal': {
    tone: 'bad',
    words: 'this machine has no such principal',
    causes: [
      { cause: 'the program does not run on OCI', next: 'Use a session token here: oci session authenticate.' },
      {
        cause: 'the workload has another kind of identity',
        next: 'Run Choose and Set Up Authentication to see which one.',
      },
    ],
  },
  'principal-refused': {
    tone: 'bad',
    words: 'this machine got no token for its principal',
    causes: [
      { cause: 'a proxy stands before the metadata service', next: 'Add 169.254.169.254 to the proxy’s exceptions.' },
      { cause: 'the cluster is not an enhanced one', next: 'Workload identity needs an enhanced OKE cluster.' },
      { cause: 'the clock of this machine is off', next: 'Set the clock, or let the system synchronise it.' },
    ],
  },
  'not-sent': {
    tone: 'bad',
    words: 'the request could not be signed',
    causes: [{ cause: 'the key or token is not usable', next: 'Look at the problems of the credential.' }],
  },
} as const satisfies Readonly<Record<string, LiveVerdictFact>>;

/** Planes that have no request which is decisive, costs nothing and leaves nothing behind, each with the reason. */
export const UNTESTED: Readonly<Record<string, string>> = {
  'vector-stores': 'a request to it names a vector store or a project of yours',
  nl2sql: 'every request to it names a semantic store of yours',
  'hosted-application-oauth': 'every request to it runs an application of yours',
  'hosted-application-iam': 'every request to it runs an application of yours',
} satisfies Partial<Record<Plane, string>>;

export interface LiveVerdictFact {
  readonly tone: 'good' | 'warning' | 'bad' | 'info';
  readonly words: string;
  readonly causes: readonly { readonly cause: string; readonly next: string }[];
}

export type LiveVerdict = keyof typeof LIVE_VERDICTS;

/** docs.oracle.com API/Concepts/signingrequests.htm: a request may be five minutes off. */
export const ALLOWED_SKEW_MS = 5 * 60_000;

/** The name that stands for each host on a loopback endpoint. */
export const LIVE_SERVICES = {
  identity: 'identity',
  inference: 'inference.generativeai',
  'agent-runtime': 'agent-runtime.generativeai',
  agent: 'agent.generativeai',
  management: 'generativeai',
} as const;

export type LiveService = keyof typeof LIVE_SERVICES;
