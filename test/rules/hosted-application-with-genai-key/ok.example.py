import oci
import requests

requests.post(
    "https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/20251112/hostedApplicationsIam/ocid1.x/actions/invoke/run",
    auth=oci.auth.signers.get_resource_principals_signer(),
)
