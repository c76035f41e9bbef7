import oci
import requests

requests.post(
    "https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/20231130/actions/chat",
    auth=oci.auth.signers.InstancePrincipalsSecurityTokenSigner(),
    json={},
)
