"""What a collection holds is not always a key, and a loop's variable is its own."""
import os

import oci

RT = oci.generative_ai_agent_runtime.GenerativeAiAgentRuntimeClient
config = oci.config.from_file()
MIXED = {
    "compute": {"config": {}, "signer": oci.auth.signers.InstancePrincipalsSecurityTokenSigner()},
    "laptop": {"config": config},
}

one = RT(**MIXED[os.environ["PLACE"]])
many = [RT({}, signer=config) for config in signers()]
for name in MIXED:
    RT(name)


async def streamed():
    return [RT(config) async for config in configs()]
