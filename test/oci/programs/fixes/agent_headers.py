import os

import requests

AGENTS = "https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531/agentEndpoints"
API_KEY = os.environ["OCI_GENAI_API_KEY"]
headers = {"Authorization": f"Bearer {API_KEY}", "Content-Type": "application/json"}
reply = requests.post(
    f"{AGENTS}/ocid1.genaiagentendpoint.oc1.us-chicago-1.example/sessions",
    headers=headers,
    json={"displayName": "chat"},
)
reply.raise_for_status()
print(reply.json()["id"])
