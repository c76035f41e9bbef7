import json
import os
import urllib.request

AGENTS = "https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531/agentEndpoints"
ENDPOINT = f"{AGENTS}/ocid1.genaiagentendpoint.oc1.us-chicago-1.example"
API_KEY = os.environ["OCI_GENAI_API_KEY"]


def create():
    request = urllib.request.Request(
        f"{ENDPOINT}/sessions",
        data=json.dumps({"displayName": "chat"}).encode(),
        headers={"Content-Type": "application/json", "Authorization": f"Bearer {API_KEY}"},
    )
    with urllib.request.urlopen(request, timeout=30) as reply:
        return json.load(reply)["id"]


def read(session):
    request = urllib.request.Request(f"{ENDPOINT}/sessions/{session}")
    request.add_header("Authorization", f"Bearer {API_KEY}")
    with urllib.request.urlopen(request) as reply:
        return json.loads(reply.read())


print(read(create())["id"])
