from openai import OpenAI
import os
import httpx
from oci_genai_auth import OciInstancePrincipalAuth, OciResourcePrincipalAuth, OciSessionAuth


def oci_auth():
    """Principal on OCI, session token (oci session authenticate) on this machine."""
    if os.environ.get("OCI_RESOURCE_PRINCIPAL_VERSION"):
        return OciResourcePrincipalAuth()
    if os.environ.get("OCI_USE_INSTANCE_PRINCIPAL"):
        return OciInstancePrincipalAuth()
    return OciSessionAuth(profile_name=os.environ.get("OCI_CLI_PROFILE", "DEFAULT"))


client = OpenAI(
    base_url="https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1",
    api_key="not-used",
    http_client=httpx.Client(auth=oci_auth()),
)
