"""Shapes in which agents are called with the IAM key."""
from functools import partial

from oci.addons.adk import AgentClient
from oci.config import from_file
from oci.generative_ai_agent_runtime import GenerativeAiAgentRuntimeClient as Runtime


def settings():
    return from_file("~/.oci/config", "AGENTS")


class Bot:
    def __init__(self):
        self.config = settings()

    def client(self):
        return Runtime(config=self.config, retry_strategy=None)  # <- agent-with-iam-key


make = partial(AgentClient, auth_type="api_key", profile="AGENTS")
make()  # <- agent-with-iam-key
AgentClient()  # <- agent-with-iam-key
kwargs = {"config": from_file()}
Runtime(**kwargs)  # <- agent-with-iam-key
