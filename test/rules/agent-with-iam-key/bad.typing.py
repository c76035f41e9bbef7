import oci

config = oci.config.from_file()
client = oci.generative_ai_agent_runtime.GenerativeAiAgentRuntimeClient(config)  # <- agent-with-iam-key


def half(
    broken = [1, 2
