import asyncio
import os
from types import SimpleNamespace

import aiohttp
import oci


def oci_middleware(signer):
    """Sends what aiohttp made ready, with a signature of OCI's signer in place of an Authorization header."""

    async def sign(request, handler):
        request.headers.pop("Authorization", None)
        unsigned = SimpleNamespace(
            method=request.method,
            url=str(request.url),
            path_url=request.url.raw_path_qs,
            headers=request.headers,
            body=await request.body.as_bytes() if request.body else None,
        )
        await asyncio.to_thread(signer, unsigned)
        return await handler(request)

    return sign


def oci_signer():
    """Principal on OCI, session token (oci session authenticate) on this machine."""
    env = os.environ
    if env.get("KUBERNETES_SERVICE_HOST") and not env.get("OCI_RESOURCE_PRINCIPAL_RPST"):
        return oci.auth.signers.get_oke_workload_identity_resource_principal_signer()
    if env.get("OCI_RESOURCE_PRINCIPAL_VERSION"):
        return oci.auth.signers.get_resource_principals_signer()
    if env.get("OCI_USE_INSTANCE_PRINCIPAL"):
        return oci.auth.signers.InstancePrincipalsSecurityTokenSigner()
    session = oci.config.from_file(profile_name=env.get("OCI_CLI_PROFILE", "DEFAULT"))
    with open(os.path.expanduser(session["security_token_file"])) as token_file:
        token = token_file.read().strip()
    key = oci.signer.load_private_key_from_file(session["key_file"], session.get("pass_phrase"))
    signer = oci.auth.signers.SecurityTokenSigner(token, key)
    signer.region = session["region"]
    return signer


AGENTS = "https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531/agentEndpoints"


async def ask():
    async with aiohttp.ClientSession() as http:
        headers = {"opc-request-id": "ask"}
        async with http.post(f"{AGENTS}/x/sessions", json={}, headers=headers, middlewares=(oci_middleware(oci_signer()),)) as answer:
            return await answer.json()
