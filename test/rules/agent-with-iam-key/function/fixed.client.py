import oci


def runtime_client():
    return oci.generative_ai_agent_runtime.GenerativeAiAgentRuntimeClient({}, signer=oci.auth.signers.get_resource_principals_signer())
