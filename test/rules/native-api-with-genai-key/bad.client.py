import os

from openai import OpenAI

client = OpenAI(  # <- native-api-with-genai-key
    api_key=os.environ["OCI_GENAI_API_KEY"],
    base_url="https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/20231130/actions/chat",
)
client.chat.completions.create(model="xai.grok-4", messages=[{"role": "user", "content": "Hello"}])
