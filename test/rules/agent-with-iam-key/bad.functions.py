"""Credentials that cross functions of one file."""
import oci
from oci.generative_ai_agent_runtime import GenerativeAiAgentRuntimeClient

PROFILE = "AGENTS"
config = oci.config.from_file(profile_name=PROFILE)


def with_global():
    return GenerativeAiAgentRuntimeClient(config)  # <- agent-with-iam-key


def same_function(question):
    settings = oci.config.from_file("~/.oci/config", PROFILE)
    client = GenerativeAiAgentRuntimeClient(config=settings, timeout=(10, 240))  # <- agent-with-iam-key
    return client.chat(question)


def make_signer():
    loaded = oci.config.from_file()
    return oci.signer.Signer(
        tenancy=loaded["tenancy"],
        user=loaded["user"],
        fingerprint=loaded["fingerprint"],
        private_key_file_location=loaded["key_file"],
    )


def with_helper():
    return GenerativeAiAgentRuntimeClient(config={}, signer=make_signer())  # <- agent-with-iam-key


async def later():
    return GenerativeAiAgentRuntimeClient(config=config)  # <- agent-with-iam-key
