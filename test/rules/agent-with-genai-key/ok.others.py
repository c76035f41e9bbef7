import os

import requests
from openai import OpenAI

TOKEN = os.environ["ACCESS_TOKEN"]
KEY = os.environ["OCI_GENAI_API_KEY"]
BEARER = {"Authorization": f"Bearer {KEY}"}

# The OpenAI-compatible API takes the key, agents of the Responses API too.
OpenAI(base_url="https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1", api_key=KEY)
requests.post("https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1/responses", headers=BEARER)

# Other vendors, other services, the metadata service.
requests.post("https://agent-runtime.example.com/20240531/sessions", headers=BEARER)
OpenAI(api_key=os.environ["OPENAI_API_KEY"])
requests.get("http://169.254.169.254/opc/v2/instance", headers={"Authorization": "Bearer Oracle"})
requests.post(os.environ["AGENT_URL"], headers=BEARER)
