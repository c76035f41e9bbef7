"""Clients made from collections of configs."""
import asyncio
import os

import oci

RT = oci.generative_ai_agent_runtime.GenerativeAiAgentRuntimeClient
CONFIGS = {"dev": oci.config.from_file(), "prod": oci.config.from_file(profile_name="PROD")}
PROFILES = ["A", "B"]

one = RT(CONFIGS[os.environ["STAGE"]])  # <- agent-with-iam-key
many = [RT(config) for config in CONFIGS.values()]  # <- agent-with-iam-key
for name, config in CONFIGS.items():
    RT(config)  # <- agent-with-iam-key
for profile in PROFILES:
    RT(oci.config.from_file(profile_name=profile))  # <- agent-with-iam-key
clients = list(RT(config) for config in [oci.config.from_file(profile_name=name) for name in PROFILES])  # <- agent-with-iam-key
named = getattr(oci.generative_ai_agent, "GenerativeAiAgentClient")(CONFIGS["dev"])  # <- agent-with-iam-key


async def later():
    config = await asyncio.to_thread(oci.config.from_file, profile_name="A")
    return RT(config)  # <- agent-with-iam-key
