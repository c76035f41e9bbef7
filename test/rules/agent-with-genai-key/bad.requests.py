import os

import requests

KEY = os.environ["OCI_GENAI_API_KEY"]
requests.post(  # <- agent-with-genai-key
    "https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531/agentEndpoints/x/sessions",
    headers={"Authorization": f"Bearer {KEY}"},
)
