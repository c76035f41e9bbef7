import os

import requests

requests.post(  # <- hosted-application-with-genai-key
    "https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/20251112/hostedApplicationsIam/ocid1.x/actions/invoke/run",
    headers={"Authorization": f"Bearer {os.environ['OCI_GENAI_API_KEY']}"},
)
