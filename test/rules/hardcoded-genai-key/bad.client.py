from openai import OpenAI

client = OpenAI(
    base_url="https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1",
    api_key="{{SK}}",  # <- hardcoded-genai-key
)
OCI_GENAI_API_KEY = "{{SK}}"  # <- hardcoded-genai-key
region = "us-chicago-1"
KEY = "{{SK}}"  # <- hardcoded-genai-key
other = OpenAI(base_url=f"https://inference.generativeai.{region}.oci.oraclecloud.com/openai/v1", api_key=KEY)
