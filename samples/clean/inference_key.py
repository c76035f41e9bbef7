"""Nothing to say: the OpenAI-compatible inference path takes a GenAI API key."""

import os

from openai import OpenAI

client = OpenAI(
    base_url="https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1",
    api_key=os.environ["OCI_GENAI_API_KEY"],
)
