import os

import requests

URL = "https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531/agentEndpoints/id/actions/chat"

requests.post(URL, headers={"Authorization": "Bearer " + os.environ.get("OCI_GENAI_API_KEY")})  # <- agent-with-genai-key
requests.post(URL, headers={"Authorization": f'Bearer {os.environ.get("OCI_GENAI_API_KEY", "")}'})  # <- agent-with-genai-key
key = os.environ.pop("OCI_GENAI_API_KEY", None)
headers = {"Content-Type": "application/json"}
headers["Authorization"] = "Bearer {}".format(key)
requests.post(URL, headers=headers)  # <- agent-with-genai-key
