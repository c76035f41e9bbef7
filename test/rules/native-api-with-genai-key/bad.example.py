import os

import requests

requests.post(  # <- native-api-with-genai-key
    "https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/20231130/actions/chat",
    headers={"Authorization": f"Bearer {os.environ['OCI_GENAI_API_KEY']}"},
    json={},
)
