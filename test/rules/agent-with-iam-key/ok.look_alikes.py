import os

import oci
from langchain_community.chat_models import ChatOCIGenAI
from oci.addons.adk import AgentClient
from oci_agents import AgentClient as Other
from settings import make_signer, options

config = oci.config.from_file()

# The signer wins over the config.
signer = oci.auth.signers.get_resource_principals_signer()
signed = oci.generative_ai_agent_runtime.GenerativeAiAgentRuntimeClient(config=config, signer=signer)
imported = oci.generative_ai_agent_runtime.GenerativeAiAgentRuntimeClient(config, signer=make_signer())

# A session token.
with open(os.path.expanduser(config["security_token_file"])) as file:
    token = file.read()
key = oci.signer.load_private_key_from_file(config["key_file"])
session = oci.auth.signers.SecurityTokenSigner(token, key)
local = oci.generative_ai_agent_runtime.GenerativeAiAgentRuntimeClient({"region": config["region"]}, signer=session)
beta = AgentClient(auth_type="security_token", profile="DEFAULT")
principal = AgentClient(auth_type="instance_principal", region="us-chicago-1")

# A principal branch.
if os.getenv("OCI_RESOURCE_PRINCIPAL_VERSION"):
    arguments = {"config": {}, "signer": oci.auth.signers.get_resource_principals_signer()}
else:
    arguments = {"config": oci.config.from_file()}
capable = oci.generative_ai_agent.GenerativeAiAgentClient(**arguments)

# Nobody can tell.
dynamic = AgentClient(auth_type=os.environ["AUTH_TYPE"])
splat = oci.generative_ai_agent.GenerativeAiAgentClient(**options())


def from_outside(settings, auth):
    AgentClient(auth_type=auth)
    return oci.generative_ai_agent.GenerativeAiAgentClient(settings)


# Other planes, other agents.
llm = ChatOCIGenAI(model_id="cohere.command-a-03-2025")
inference = oci.generative_ai_inference.GenerativeAiInferenceClient(config)
compute = oci.compute_instance_agent.ComputeInstanceAgentClient(config)
management = oci.management_agent.ManagementAgentClient(config)
foreign = Other(config)


def annotated(client: oci.generative_ai_agent_runtime.GenerativeAiAgentRuntimeClient) -> AgentClient:
    """GenerativeAiAgentRuntimeClient(config) in a docstring."""
    return client


# principled: allow agent-with-iam-key -- a laptop demo
allowed = oci.generative_ai_agent.GenerativeAiAgentClient(config)
behind = AgentClient()  # principled: allow agent-with-iam-key -- a laptop demo
