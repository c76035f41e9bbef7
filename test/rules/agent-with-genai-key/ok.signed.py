import oci
import requests

signer = oci.auth.signers.get_resource_principals_signer()
requests.post(
    "https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531/agentEndpoints/x/sessions",
    auth=signer,
)
