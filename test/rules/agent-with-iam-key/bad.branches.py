import os

import oci

Agents = oci.generative_ai_agent.GenerativeAiAgentClient

try:
    config = oci.config.from_file()
except oci.exceptions.ConfigFileNotFound:
    config = {
        "user": os.environ["OCI_USER"],
        "tenancy": os.environ["OCI_TENANCY"],
        "fingerprint": os.environ["OCI_FINGERPRINT"],
        "key_content": os.environ["OCI_KEY"],
        "region": "us-chicago-1",
    }
management = Agents(config)  # <- agent-with-iam-key

if os.getenv("STAGE") == "dev":
    profile = "DEV"
elif os.getenv("STAGE") == "test":
    profile = "TEST"
else:
    profile = "PROD"
staged = Agents(oci.config.from_file(profile_name=profile))  # <- agent-with-iam-key

chosen = Agents(oci.config.from_file() if os.getenv("LOCAL") else oci.config.from_file("/etc/oci/config"))  # <- agent-with-iam-key

settings = {"oci": {"config": oci.config.from_file()}}
nested = Agents(settings["oci"]["config"])  # <- agent-with-iam-key
nested = Agents(settings.get("oci")["config"])  # <- agent-with-iam-key

copied = dict(oci.config.from_file())
copied["region"] = "eu-frankfurt-1"
changed = Agents(copied)  # <- agent-with-iam-key
merged = Agents({**oci.config.from_file(), "region": "us-chicago-1"})  # <- agent-with-iam-key
