import importlib
import os
from dataclasses import dataclass, field

import oci
from oci.generative_ai_agent_runtime import GenerativeAiAgentRuntimeClient as Runtime

# Both are made: the principal of one does not help the other.
principal = Runtime({}, signer=oci.auth.signers.get_resource_principals_signer())
key = Runtime(oci.config.from_file())  # <- agent-with-iam-key


def by_profile(production):
    if production:
        return Runtime(oci.config.from_file(profile_name="PROD"))  # <- agent-with-iam-key
    return Runtime(oci.config.from_file())  # <- agent-with-iam-key


def of(config, **options):
    return Runtime(config, **options)  # <- agent-with-iam-key


of(oci.config.from_file(), timeout=(10, 240))


@dataclass
class Settings:
    config: dict = field(default_factory=oci.config.from_file)


from_settings = Runtime(Settings().config)  # <- agent-with-iam-key

runtime = importlib.import_module("oci.generative_ai_agent_runtime")
loaded = runtime.GenerativeAiAgentRuntimeClient(oci.config.from_file())  # <- agent-with-iam-key


def cached():
    global _config
    if _config is None:
        _config = oci.config.from_file()
    return _config


_config = None
late = Runtime(cached())  # <- agent-with-iam-key
