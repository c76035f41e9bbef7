import os

from openai import OpenAI

client = OpenAI(
    base_url="https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/20231130/actions/chat",
    api_key=os.environ["OCI_GENAI_API_KEY"],
    max_retries=0,
)
answer = client.chat.completions.create(
    model="xai.grok-4",
    messages=[{"role": "user", "content": "Hello"}],
)
print(answer.choices[0].message.content)
