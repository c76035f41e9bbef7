import os

from openai import OpenAI

client = OpenAI(
    base_url="https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1",
    api_key=os.environ["OCI_GENAI_API_KEY"],
)
OCI_GENAI_API_KEY = os.environ["OCI_GENAI_API_KEY"]
region = "us-chicago-1"
KEY = os.environ["OCI_GENAI_API_KEY"]
other = OpenAI(base_url=f"https://inference.generativeai.{region}.oci.oraclecloud.com/openai/v1", api_key=KEY)
