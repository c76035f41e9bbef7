import * as common from 'oci-common';
import { GenerativeAiAgentRuntimeClient } from 'oci-generativeaiagentruntime';

export class Support {
  private readonly client = new GenerativeAiAgentRuntimeClient({ // <- agent-with-iam-key
    authenticationDetailsProvider: new common.ConfigFileAuthenticationDetailsProvider(),
  });

  constructor(region: string) {
    this.client.regionId = region;
  }
}
