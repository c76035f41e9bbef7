import os
from dataclasses import dataclass, field
from functools import cached_property

import oci
import streamlit as st
from oci.addons import adk


def oci_auth_type():
    """Principal on OCI, session token (oci session authenticate) on this machine."""
    if os.environ.get("OCI_RESOURCE_PRINCIPAL_VERSION"):
        return "resource_principal"
    if os.environ.get("OCI_USE_INSTANCE_PRINCIPAL"):
        return "instance_principal"
    return "security_token"


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


class Base:
    profile = "DEFAULT"

    def __init__(self, region):
        self.region = region
        self.settings = {}


class Agent(Base):
    def connect(self):
        self.client = oci.generative_ai_agent_runtime.GenerativeAiAgentRuntimeClient(
            self.settings, signer=oci_signer(), retry_strategy=oci.retry.NoneRetryStrategy()
        )

    @cached_property
    def signer(self):
        return oci.signer.Signer.from_config(oci.config.from_file())

    def signed(self):
        return oci.generative_ai_agent.GenerativeAiAgentClient({}, signer=oci_signer())


@dataclass
class Settings:
    config: dict = field(default_factory=oci.config.from_file)

    def client(self):
        return adk.AgentClient(auth_type=oci_auth_type(), region="us-chicago-1")


@st.cache_resource
def load():
    return oci.config.from_file()


st.session_state.client = oci.generative_ai_agent_runtime.GenerativeAiAgentRuntimeClient({}, signer=oci_signer())
st.session_state["client"] = adk.AgentClient(auth_type=oci_auth_type(), profile="DEFAULT")
