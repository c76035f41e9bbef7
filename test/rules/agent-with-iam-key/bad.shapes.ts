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

class Options {
  static async shared() {
    const options = { authenticationDetailsProvider: makeProvider() };
    return new Runtime({ ...options, httpOptions: {} } as never); // <- agent-with-iam-key
  }
}

export default { Agents, Options, client };
