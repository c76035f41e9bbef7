import oci

signer = oci.auth.signers.get_resource_principals_signer()
AgentClient = oci.generative_ai_agent_runtime.GenerativeAiAgentRuntimeClient
client = AgentClient({}, signer=signer)
config = oci.config.from_file()
# principled: allow agent-with-iam-key -- a laptop demo <- useless-suppression
other = AgentClient(config)
