// Shapes in which agents are called with the IAM key.
import * as common from 'oci-common';
import { ConfigFileAuthenticationDetailsProvider, Region } from 'oci-common';
import { GenerativeAiAgentRuntimeClient as Runtime } from 'oci-generativeaiagentruntime';
import * as agent from 'oci-generativeaiagent';
import oci = require('oci-sdk');

const provider = new common.ConfigFileAuthenticationDetailsProvider();
const client = new Runtime({ authenticationDetailsProvider: provider }); // <- agent-with-iam-key
client.region = Region.US_CHICAGO_1;

function makeProvider(profile = 'AGENTS') {
  return new ConfigFileAuthenticationDetailsProvider('~/.oci/config', profile);
}

export async function chat(text: string): Promise<void> {
  const authenticationDetailsProvider = makeProvider();
  const runtime = new Runtime({ authenticationDetailsProvider }); // <- agent-with-iam-key
  await runtime.chat({ agentEndpointId: process.env.ENDPOINT!, chatDetails: { userMessage: text } });
}

class Agents {
  private readonly management: agent.GenerativeAiAgentClient;

  constructor(private readonly auth: common.AuthenticationDetailsProvider = makeProvider()) {
    this.management = new agent.GenerativeAiAgentClient({ authenticationDetailsProvider: this.auth }); // <- agent-with-iam-key
  }
}

class Lazy {
  static #shared?: Runtime;
  readonly provider = new oci.common.SimpleAuthenticationDetailsProvider(
    process.env.OCI_TENANCY!,
    process.env.OCI_USER!,
    process.env.OCI_FINGERPRINT!,
    process.env.OCI_KEY!,
    null,
  );

  get client() {
    return new Runtime({ authenticationDetailsProvider: this.provider }); // <- agent-with-iam-key
  }

  fresh = () => new Runtime({ authenticationDetailsProvider: this.provider } as never); // <- agent-with-iam-key

  static async shared() {
    const options = { authenticationDetailsProvider: makeProvider() };
    Lazy.#shared ??= new Runtime({ ...options }); // <- agent-with-iam-key
    return Lazy.#shared;
  }
}

const build = async ({ signer = makeProvider(), ...rest }: { signer?: unknown } = {}) =>
  new Runtime({ authenticationDetailsProvider: signer, ...rest } as never); // <- agent-with-iam-key

export default { Agents, Lazy, build, client };

let shared: unknown = null;

export function setUp(): void {
  shared = makeProvider();
}

export function later() {
  const { Agents: Again, ...rest } = { Agents, provider: shared };
  new Again(rest.provider as never);
  return new Runtime({ authenticationDetailsProvider: shared as never }); // <- agent-with-iam-key
}
