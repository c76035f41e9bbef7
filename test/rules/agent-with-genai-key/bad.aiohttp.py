import os

import aiohttp

AGENTS = "https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531/agentEndpoints"
API_KEY = os.getenv("OCI_GENAI_API_KEY")


async def ask():
    async with aiohttp.ClientSession() as http:
        headers = {"Authorization": f"Bearer {API_KEY}", "opc-request-id": "ask"}
        async with http.post(f"{AGENTS}/x/sessions", json={}, headers=headers) as answer:  # <- agent-with-genai-key
            return await answer.json()
