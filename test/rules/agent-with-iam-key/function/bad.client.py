import oci


def runtime_client():
    config = oci.config.from_file("~/.oci/config")
    return oci.generative_ai_agent_runtime.GenerativeAiAgentRuntimeClient(config)  # <- agent-with-iam-key
