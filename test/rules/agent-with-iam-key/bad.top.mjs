import common from 'oci-common';
import { GenerativeAiAgentClient } from 'oci-generativeaiagent';
import { GenerativeAiAgentRuntimeClient } from 'oci-generativeaiagentruntime';

const provider = new common.SimpleAuthenticationDetailsProvider(
  process.env.OCI_TENANCY,
  process.env.OCI_USER,
  process.env.OCI_FINGERPRINT,
  process.env.OCI_KEY,
  null,
  common.Region.US_CHICAGO_1,
);
const management = new GenerativeAiAgentClient({ authenticationDetailsProvider: provider }); // <- agent-with-iam-key
const runtime = new GenerativeAiAgentRuntimeClient({ authenticationDetailsProvider: provider }); // <- agent-with-iam-key

export { management, runtime };
