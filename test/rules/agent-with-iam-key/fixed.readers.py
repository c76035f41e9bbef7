"""Agents that read a config, with the word config in many places."""
from __future__ import annotations

import json
import os
import sys

import oci
import requests


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


Runtime = oci.generative_ai_agent_runtime.GenerativeAiAgentRuntimeClient
SESSIONS = "https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531/agentEndpoints/x/sessions"


def checked():
    # The config of this machine.
    print("using the config file")
    return Runtime({}, signer=oci_signer())


def elsewhere():
    settings = {}
    settings["region"] = "us-chicago-1"
    management = oci.generative_ai_agent.GenerativeAiAgentClient(settings, signer=oci_signer())
    return management, Runtime(
        settings,
        signer=oci_signer(),
        timeout=(10, 240),
    )


def chained():
    return Runtime(config={}, signer=oci_signer())


def signed():
    return requests.post(SESSIONS, json={}, auth=oci_signer())


json.dump([checked(), elsewhere(), chained()], sys.stdout)
