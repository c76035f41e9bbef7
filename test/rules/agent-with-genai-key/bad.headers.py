import os

import requests

AGENTS = "https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531/agentEndpoints/x"

API_KEY = os.environ["OCI_GENAI_API_KEY"]
headers = {"Authorization": f"Bearer {API_KEY}", "Content-Type": "application/json"}
session = requests.post(f"{AGENTS}/sessions", headers=headers, json={}, timeout=30)  # <- agent-with-genai-key
answer = requests.post(  # <- agent-with-genai-key
    f"{AGENTS}/actions/chat",
    headers=headers,
    json={"userMessage": "hi"},
)
