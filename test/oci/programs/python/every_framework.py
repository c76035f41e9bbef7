"""Asks one question through every framework with one way to authenticate and prints what each got."""

import json
import os

import oci
from langchain_oci import ChatOCIGenAI
from litellm import completion
from llama_index.core.llms import ChatMessage
from llama_index.llms.oci_genai import OCIGenAI
from oci.addons.adk import Agent, AgentClient
from oci_openai import (
    OciInstancePrincipalAuth,
    OciOpenAI,
    OciResourcePrincipalAuth,
    OciSessionAuth,
    OciUserPrincipalAuth,
)

REGION = "us-chicago-1"
ENDPOINT = f"https://inference.generativeai.{REGION}.oci.oraclecloud.com"
MODEL = "meta.llama-3.3-70b-instruct"
COMPARTMENT = os.environ["COMPARTMENT"]
AUTH_TYPE = os.environ["AUTH_TYPE"]
PROFILE = "SESSION" if AUTH_TYPE == "SECURITY_TOKEN" else "DEFAULT"
QUESTION = "Hi"


def langchain():
    options = {"auth_type": AUTH_TYPE, "auth_profile": PROFILE, "compartment_id": COMPARTMENT}
    return ChatOCIGenAI(model_id=MODEL, service_endpoint=ENDPOINT, **options).invoke(QUESTION).content


def llama_index():
    options = {"auth_type": AUTH_TYPE, "auth_profile": PROFILE, "compartment_id": COMPARTMENT}
    model = OCIGenAI(model=MODEL, service_endpoint=ENDPOINT, context_size=8000, **options)
    return model.chat([ChatMessage(role="user", content=QUESTION)]).message.content


def oci_openai():
    auth = {
        "API_KEY": OciUserPrincipalAuth,
        "SECURITY_TOKEN": lambda: OciSessionAuth(profile_name=PROFILE),
        "INSTANCE_PRINCIPAL": OciInstancePrincipalAuth,
        "RESOURCE_PRINCIPAL": OciResourcePrincipalAuth,
    }[AUTH_TYPE]()
    client = OciOpenAI(auth=auth, compartment_id=COMPARTMENT, region=REGION)
    return client.responses.create(model=MODEL, input=QUESTION).output_text


def adk():
    client = AgentClient(auth_type=AUTH_TYPE.lower(), profile=PROFILE, region=REGION)
    agent = Agent(client=client, agent_endpoint_id=os.environ["AGENT_ENDPOINT"])
    agent.setup()
    return agent.run(QUESTION).data["message"]["content"]["text"]


def signer():
    if AUTH_TYPE == "API_KEY":
        return oci.signer.Signer.from_config(oci.config.from_file())
    if AUTH_TYPE == "SECURITY_TOKEN":
        config = oci.config.from_file(profile_name=PROFILE)
        with open(config["security_token_file"]) as file:
            return oci.auth.signers.SecurityTokenSigner(
                file.read(), oci.signer.load_private_key_from_file(config["key_file"])
            )
    if AUTH_TYPE == "INSTANCE_PRINCIPAL":
        return oci.auth.signers.InstancePrincipalsSecurityTokenSigner()
    return oci.auth.signers.get_resource_principals_signer()


def litellm():
    messages = [{"role": "user", "content": QUESTION}]
    options = {"oci_signer": signer(), "oci_region": REGION, "oci_compartment_id": COMPARTMENT}
    return completion(model=f"oci/{MODEL}", messages=messages, **options).choices[0].message.content


for ask in (langchain, llama_index, oci_openai, adk, litellm):
    try:
        answer = ask()
    except Exception as error:
        answer = f"{type(error).__name__}: {error}"
    print(json.dumps({"framework": ask.__name__, "answer": answer}), flush=True)
