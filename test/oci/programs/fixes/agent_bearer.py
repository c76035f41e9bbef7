import os

import requests

KEY = os.environ["OCI_GENAI_API_KEY"]
reply = requests.post(
    "https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531/agentEndpoints/ocid1.genaiagentendpoint.oc1.us-chicago-1.example/sessions",
    json={"displayName": "chat"},
    headers={"Authorization": f"Bearer {KEY}"},
)
reply.raise_for_status()
print(reply.json()["id"])
