"""Keys that something else in the file still reads, whatever its clients are given."""
import oci
from oci.generative_ai_agent_runtime import GenerativeAiAgentRuntimeClient


def make_pair():
    return oci.config.from_file(), "https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com"


def with_pair():
    loaded, endpoint = make_pair()
    return GenerativeAiAgentRuntimeClient(loaded, service_endpoint=endpoint)  # <- agent-with-iam-key


def build(settings):
    return GenerativeAiAgentRuntimeClient(settings)  # <- agent-with-iam-key


first = build(oci.config.from_file("config", "ONE"))

if (loaded := oci.config.from_file()) is not None:
    walrus = GenerativeAiAgentRuntimeClient(config=loaded)  # <- agent-with-iam-key


class Service:
    def __init__(self, profile="DEFAULT"):
        self.config = oci.config.from_file(profile_name=profile)
        self.compartment = self.config["tenancy"]

    def runtime(self):
        return GenerativeAiAgentRuntimeClient(self.config)  # <- agent-with-iam-key
