"""Agents by what comes with Python."""
import os
import urllib.request
from types import SimpleNamespace
from urllib.request import Request, urlopen

import oci


def oci_signed(request, signer):
    """The request with a signature of OCI's signer in place of an Authorization header."""
    headers = {name.lower(): value for name, value in request.header_items() if name != "Authorization"}
    if request.data:
        headers["content-length"] = str(len(request.data))
    unsigned = SimpleNamespace(
        method=request.get_method(),
        url=request.full_url,
        path_url=request.selector,
        headers=headers,
        body=request.data,
    )
    signer(unsigned)
    return urllib.request.Request(request.full_url, request.data, headers, method=unsigned.method)


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
HEADERS = {"Content-Type": "application/json"}

request = urllib.request.Request(f"{AGENTS}/x/sessions", b"{}", HEADERS)
with urllib.request.urlopen(oci_signed(request, oci_signer()), timeout=10) as answer:
    print(answer.status, answer.read())

later = urllib.request.Request(AGENTS, method="GET")
later.add_header("Accept", "application/json")
print(urllib.request.build_opener().open(oci_signed(later, oci_signer())).read())

print(urlopen(oci_signed(Request(AGENTS), oci_signer())).read())
