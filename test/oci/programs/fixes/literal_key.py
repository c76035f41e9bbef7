from openai import OpenAI

client = OpenAI(
    base_url="https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1",
    api_key="sk-of-the-local-oci",
)
messages = [{"role": "user", "content": "Hello"}]
print(client.chat.completions.create(model="openai.gpt-oss-120b", messages=messages))
