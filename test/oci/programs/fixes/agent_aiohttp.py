import asyncio
import os

import aiohttp

AGENTS = "https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531/agentEndpoints"
ENDPOINT = f"{AGENTS}/ocid1.genaiagentendpoint.oc1.us-chicago-1.example"
HEADERS = {"Authorization": f"Bearer {os.environ['OCI_GENAI_API_KEY']}"}


async def main():
    async with aiohttp.ClientSession(raise_for_status=True) as http:
        async with http.post(f"{ENDPOINT}/sessions", json={"displayName": "chat"}, headers=HEADERS) as reply:
            session = (await reply.json())["id"]
        async with http.get(f"{ENDPOINT}/sessions/{session}", headers=HEADERS) as reply:
            print((await reply.json())["id"])


asyncio.run(main())
