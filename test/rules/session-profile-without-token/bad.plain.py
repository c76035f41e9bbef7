import oci
from oci_genai_auth import OciSessionAuth
from openai import OpenAI
import httpx

config = oci.config.from_file(profile_name="SESSION")
client = oci.generative_ai_inference.GenerativeAiInferenceClient(config)  # <- session-profile-without-token
chat = OpenAI(  # <- session-profile-without-token
    base_url="https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1",
    api_key="not-used",
    http_client=httpx.Client(auth=OciSessionAuth(profile_name="DEFAULT")),
)
