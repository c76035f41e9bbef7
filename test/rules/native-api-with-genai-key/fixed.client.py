import os

from openai import OpenAI

client = OpenAI(
    api_key=os.environ["OCI_GENAI_API_KEY"],
    base_url="https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1",
)
client.chat.completions.create(model="xai.grok-4", messages=[{"role": "user", "content": "Hello"}])
