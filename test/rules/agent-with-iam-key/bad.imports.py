import oci.generative_ai_agent_runtime as runtime
import oci.generative_ai_agent_runtime.generative_ai_agent_runtime_client
from genai_agent_service_bmc_python_client import GenerativeAiAgentRuntimeClient as Beta  # <- retired-endpoint-or-package
from oci import config as settings
from oci import generative_ai_agent as agents
from oci.config import from_file as read
from oci.generative_ai_agent_runtime import *
from oracle.adk import AgentClient as Adk  # <- retired-endpoint-or-package

one = runtime.GenerativeAiAgentRuntimeClient(read())  # <- agent-with-iam-key
two = agents.GenerativeAiAgentClient(settings.from_file())  # <- agent-with-iam-key
three = Beta(config=read("~/.oci/config"))  # <- agent-with-iam-key
four = GenerativeAiAgentRuntimeClient(read())  # <- agent-with-iam-key
five = Adk()  # <- agent-with-iam-key
Client = runtime.GenerativeAiAgentRuntimeClient
six = Client(read())  # <- agent-with-iam-key
seven = oci.generative_ai_agent_runtime.generative_ai_agent_runtime_client.GenerativeAiAgentRuntimeClient(read())  # <- agent-with-iam-key
