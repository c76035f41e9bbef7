"""A GenAI API key never reaches an agent: the agent planes read signatures only."""

import os

import requests

AGENT_ENDPOINT = "ocid1.genaiagentendpoint.oc1.us-chicago-1.example"
HOST = "https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com"


def open_session() -> str:
    answer = requests.post(
        f"{HOST}/20240531/agentEndpoints/{AGENT_ENDPOINT}/sessions",
        headers={"Authorization": f"Bearer {os.environ['OCI_GENAI_API_KEY']}"},
        json={"displayName": "support"},
        timeout=30,
    )
    answer.raise_for_status()
    return answer.json()["id"]
