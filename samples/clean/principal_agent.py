"""Nothing to say: a principal on OCI, a session token on this machine."""

import os

import oci

AGENT_ENDPOINT = "ocid1.genaiagentendpoint.oc1.us-chicago-1.example"


def signer():
    if os.environ.get("OCI_RESOURCE_PRINCIPAL_VERSION"):
        return oci.auth.signers.get_resource_principals_signer()
    return oci.auth.signers.InstancePrincipalsSecurityTokenSigner()


client = oci.generative_ai_agent_runtime.GenerativeAiAgentRuntimeClient({}, signer=signer())
