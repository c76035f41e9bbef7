import httpx
from oci_genai_auth import OciInstancePrincipalAuth
from openai import OpenAI

client = OpenAI(
    base_url="https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1",
    api_key="not-used",
    http_client=httpx.Client(auth=OciInstancePrincipalAuth()),
)
