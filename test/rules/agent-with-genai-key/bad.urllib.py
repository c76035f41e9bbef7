"""Agents by what comes with Python."""
import os
import urllib.request
from urllib.request import Request, urlopen

AGENTS = "https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531/agentEndpoints"
API_KEY = os.getenv("OCI_GENAI_API_KEY")
HEADERS = {"Content-Type": "application/json", "Authorization": "Bearer " + API_KEY}

request = urllib.request.Request(f"{AGENTS}/x/sessions", b"{}", HEADERS)
with urllib.request.urlopen(request, timeout=10) as answer:  # <- agent-with-genai-key
    print(answer.status, answer.read())

later = urllib.request.Request(AGENTS, method="GET")
later.add_header("Accept", "application/json")
later.add_header("Authorization", "Bearer " + API_KEY)
print(urllib.request.build_opener().open(later).read())  # <- agent-with-genai-key

print(urlopen(Request(AGENTS, headers={"Authorization": "Bearer " + API_KEY})).read())  # <- agent-with-genai-key
