import os
import urllib.request

import aiohttp
import httpx
import requests
from openai import OpenAI

REGION = "us-chicago-1"
HOST = "https://agent-runtime.generativeai." + REGION + ".oci.oraclecloud.com"
URL = f"{HOST}/20240531/agentEndpoints/{os.environ['ENDPOINT']}/actions/chat"
API_KEY = os.getenv("OCI_GENAI_API_KEY")
HEADERS = {"Content-Type": "application/json", "Authorization": "Bearer " + API_KEY}

requests.post(URL, headers=HEADERS, json={})  # <- agent-with-genai-key
httpx.post(url=URL, headers=HEADERS)  # <- agent-with-genai-key
requests.request("POST", "{}/20240531/agents".format(HOST), headers=HEADERS)  # <- agent-with-genai-key

session = requests.Session()
session.headers["Authorization"] = "Bearer %s" % API_KEY
session.post(URL)  # <- agent-with-genai-key

client = httpx.Client(base_url=HOST, headers=HEADERS)
client.get("/20240531/agentEndpoints")  # <- agent-with-genai-key

request = urllib.request.Request(URL, headers=HEADERS)
urllib.request.urlopen(request)  # <- agent-with-genai-key

later = urllib.request.Request(f"{HOST}/20240531/agentEndpoints", method="GET")
later.add_header("Authorization", "Bearer " + API_KEY)
with urllib.request.build_opener().open(later, timeout=10) as answer:  # <- agent-with-genai-key
    answer.read()


async def ask():
    async with aiohttp.ClientSession(headers=HEADERS) as http:
        return await http.post(URL)  # <- agent-with-genai-key


openai = OpenAI(base_url=f"{HOST}/20240531", api_key=API_KEY)  # <- agent-with-genai-key
