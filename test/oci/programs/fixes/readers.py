"""Reads a config in the ways that a principal must not need."""
from __future__ import annotations

import oci

# The config of this machine.
config = oci.config.from_file()  # the default config
config["region"] = "us-chicago-1"
oci.config.validate_config(config)
endpoint = "ocid1.genaiagentendpoint.oc1.us-chicago-1.example"


def chained():
    loaded = oci.config.from_file()
    signer = oci.signer.Signer.from_config(loaded)
    return oci.generative_ai_agent_runtime.GenerativeAiAgentRuntimeClient(config=loaded, signer=signer)


def session(client):
    details = oci.generative_ai_agent_runtime.models.CreateSessionDetails(display_name="chat")
    return client.create_session(details, endpoint).data.id


print(session(oci.generative_ai_agent_runtime.GenerativeAiAgentRuntimeClient(config)))
print(session(chained()))
