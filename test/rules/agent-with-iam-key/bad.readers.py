"""Agents that read a config, with the word config in many places."""
from __future__ import annotations

import json
import sys

import oci
import requests

Runtime = oci.generative_ai_agent_runtime.GenerativeAiAgentRuntimeClient
SESSIONS = "https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531/agentEndpoints/x/sessions"


def checked():
    # The config of this machine.
    config = oci.config.from_file()  # the default config
    oci.config.validate_config(config)
    print("using the config file")
    return Runtime(config)  # <- agent-with-iam-key


def elsewhere():
    settings = oci.config.from_file()
    settings["region"] = "us-chicago-1"
    management = oci.generative_ai_agent.GenerativeAiAgentClient(settings)  # <- agent-with-iam-key
    return management, Runtime(  # <- agent-with-iam-key
        settings,
        timeout=(10, 240),
    )


def chained():
    loaded = oci.config.from_file()
    signer = oci.signer.Signer.from_config(loaded)
    return Runtime(config=loaded, signer=signer)  # <- agent-with-iam-key


def signed():
    one = oci.config.from_file()
    auth = oci.signer.Signer(
        tenancy=one["tenancy"],
        user=one["user"],
        fingerprint=one["fingerprint"],
        private_key_file_location=one["key_file"],
        pass_phrase=one.get("pass_phrase"),
    )
    return requests.post(SESSIONS, json={}, auth=auth)  # <- agent-with-iam-key


json.dump([checked(), elsewhere(), chained()], sys.stdout)
