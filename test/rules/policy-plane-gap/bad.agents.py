import oci

signer = oci.auth.signers.get_resource_principals_signer()
models = oci.generative_ai_inference.GenerativeAiInferenceClient(config={}, signer=signer)
runtime = oci.generative_ai_agent_runtime.GenerativeAiAgentRuntimeClient(config={}, signer=signer)  # <- policy-plane-gap
again = oci.generative_ai_agent_runtime.GenerativeAiAgentRuntimeClient(config={}, signer=signer)
