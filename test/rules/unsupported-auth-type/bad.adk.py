from oci.addons.adk import AgentClient
from oci.addons.adk.auth.factory import OCIAuthType

# The enum is made from its value, which is lower case; its members are fine.
client = AgentClient(auth_type="INSTANCE_PRINCIPAL", region="us-chicago-1")  # <- unsupported-auth-type
member = AgentClient(auth_type=OCIAuthType.INSTANCE_PRINCIPAL, region="us-chicago-1")
