import oci

signer = oci.auth.signers.InstancePrincipalsSecurityTokenSigner()
client = oci.generative_ai_agent_runtime.GenerativeAiAgentRuntimeClient(config={}, signer=signer)
