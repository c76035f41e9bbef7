import os

import aiohttp

from signing import sign

AGENTS = "https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531/agentEndpoints"
HEADERS = {"Authorization": f"Bearer {os.environ['OCI_GENAI_API_KEY']}"}


async def ask():
    async with aiohttp.ClientSession(headers=HEADERS, middlewares=[sign]) as http:
        await http.get(AGENTS)
    async with aiohttp.ClientSession(headers=HEADERS) as http:
        await http.get(AGENTS, middlewares=(sign,))
