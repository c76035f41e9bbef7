import os

from openai import OpenAI

# The key is ocid1.generativeaiapikey.oc1.eu-frankfurt-1.amaaaaaaexample.
client = OpenAI(
    base_url="https://inference.generativeai.eu-frankfurt-1.oci.oraclecloud.com/openai/v1",
    api_key=os.environ["OCI_GENAI_API_KEY"],
)
