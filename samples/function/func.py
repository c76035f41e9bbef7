"""A function that carries a user's key, although the platform gives it a principal."""

import io
import json

import oci
from fdk import response

AGENT_ENDPOINT = "ocid1.genaiagentendpoint.oc1.us-chicago-1.example"


def runtime_client():
    config = oci.config.from_file("/function/.oci/config")
    return oci.generative_ai_agent_runtime.GenerativeAiAgentRuntimeClient(config)


def handler(ctx, data: io.BytesIO = None):
    question = json.loads(data.getvalue())["question"]
    details = oci.generative_ai_agent_runtime.models.ChatDetails(user_message=question)
    answer = runtime_client().chat(AGENT_ENDPOINT, details)
    return response.Response(ctx, response_data=answer.data.message.content.text)
