from dataclasses import dataclass, field
from functools import cached_property

import oci
import streamlit as st
from oci.addons import adk


class Base:
    profile = "DEFAULT"

    def __init__(self, region):
        self.region = region
        self.settings = oci.config.from_file(profile_name=self.profile)


class Agent(Base):
    def connect(self):
        self.client = oci.generative_ai_agent_runtime.GenerativeAiAgentRuntimeClient(  # <- agent-with-iam-key
            self.settings, retry_strategy=oci.retry.NoneRetryStrategy()
        )

    @cached_property
    def signer(self):
        return oci.signer.Signer.from_config(oci.config.from_file())

    def signed(self):
        return oci.generative_ai_agent.GenerativeAiAgentClient({}, signer=self.signer)  # <- agent-with-iam-key


@dataclass
class Settings:
    auth_type: str = "api_key"
    config: dict = field(default_factory=oci.config.from_file)

    def client(self):
        return adk.AgentClient(auth_type=self.auth_type, region="us-chicago-1")  # <- agent-with-iam-key


@st.cache_resource
def load():
    return oci.config.from_file()


st.session_state.client = oci.generative_ai_agent_runtime.GenerativeAiAgentRuntimeClient(load())  # <- agent-with-iam-key
st.session_state["client"] = adk.AgentClient(profile="DEFAULT")  # <- agent-with-iam-key
