import os

from openai import OpenAI
import httpx
import oci
from oci_genai_auth import HttpxOciAuth, OciInstancePrincipalAuth, OciResourcePrincipalAuth, OciSessionAuth


class OciOkeAuth(HttpxOciAuth):
    """Signs as the workload identity of a pod on OKE."""

    def __init__(self):
        super().__init__(oci.auth.signers.get_oke_workload_identity_resource_principal_signer())

    def _refresh_signer(self):
        self.signer = oci.auth.signers.get_oke_workload_identity_resource_principal_signer()


def oci_auth():
    """Principal on OCI, session token (oci session authenticate) on this machine."""
    env = os.environ
    if env.get("KUBERNETES_SERVICE_HOST") and not env.get("OCI_RESOURCE_PRINCIPAL_RPST"):
        return OciOkeAuth()
    if env.get("OCI_RESOURCE_PRINCIPAL_VERSION"):
        return OciResourcePrincipalAuth()
    if env.get("OCI_USE_INSTANCE_PRINCIPAL"):
        return OciInstancePrincipalAuth()
    return OciSessionAuth(profile_name=env.get("OCI_CLI_PROFILE", "DEFAULT"))


client = OpenAI(
    base_url="https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1",
    api_key="not-used",
    http_client=httpx.Client(auth=oci_auth()),
)
