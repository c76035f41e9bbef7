import os

import oci
from oci.generative_ai_agent_runtime import GenerativeAiAgentRuntimeClient as Runtime


def early_return():
    if os.environ.get("OCI_RESOURCE_PRINCIPAL_VERSION"):
        return Runtime({}, signer=oci.auth.signers.get_resource_principals_signer())
    return Runtime(oci.config.from_file())


def fallback():
    try:
        signer = oci.auth.signers.InstancePrincipalsSecurityTokenSigner()
        client = Runtime({}, signer=signer)
    except Exception:
        client = Runtime(oci.config.from_file())
    return client


def conditional(signer=None):
    signer = oci.auth.signers.get_resource_principals_signer() if os.environ.get("ON_OCI") else None
    config = oci.config.from_file()
    return Runtime(config, signer=signer) if signer else Runtime(config)


def with_principal():
    return Runtime({}, signer=oci.auth.signers.get_resource_principals_signer())


def with_key():
    return Runtime(oci.config.from_file())


def chosen():
    return with_principal() if os.environ.get("ON_OCI") else with_key()
