import oci

config = oci.config.from_file()
AgentClient = oci.generative_ai_agent_runtime.GenerativeAiAgentRuntimeClient
# principled: allow agent-with-iam-key -- a laptop demo
client = AgentClient(config)
# Not judged: what the user's profiles are is not known here.
# principled: allow session-profile-without-token -- made by hand
other = AgentClient({}, signer=oci.auth.signers.get_resource_principals_signer())
# A comment that speaks about `principled: allow agent-with-iam-key` is none.
