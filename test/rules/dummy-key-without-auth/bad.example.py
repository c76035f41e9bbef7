from openai import OpenAI

client = OpenAI(  # <- dummy-key-without-auth
    base_url="https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1",
    api_key="not-used",
)
