import os

import oci
from openai import OpenAI
import httpx
from oci_genai_auth import OciUserPrincipalAuth


def oci_session_signer(profile="DEFAULT"):
    """Signer of a session that `oci session authenticate` began."""
    session = oci.config.from_file(profile_name=profile)
    with open(os.path.expanduser(session["security_token_file"])) as token_file:
        token = token_file.read().strip()
    key = oci.signer.load_private_key_from_file(session["key_file"], session.get("pass_phrase"))
    signer = oci.auth.signers.SecurityTokenSigner(token, key)
    signer.region = session["region"]
    return signer


client = oci.generative_ai_inference.GenerativeAiInferenceClient({}, signer=oci_session_signer("SESSION"))
chat = OpenAI(
    base_url="https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1",
    api_key="not-used",
    http_client=httpx.Client(auth=OciUserPrincipalAuth(profile_name="DEFAULT")),
)
