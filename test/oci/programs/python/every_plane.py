"""Calls every plane with one method and prints, line by line, what each answered."""

import json
import os

import httpx
import oci
import requests
from oci_genai_auth import (
    HttpxOciAuth,
    OciInstancePrincipalAuth,
    OciResourcePrincipalAuth,
    OciSessionAuth,
    OciUserPrincipalAuth,
)
from openai import APIStatusError, OpenAI

METHOD = os.environ["METHOD"]
COMPARTMENT = os.environ["COMPARTMENT"]
AGENT_ENDPOINT = os.environ["AGENT_ENDPOINT"]
REGION = "us-chicago-1"
DOMAIN = f"{REGION}.oci.oraclecloud.com"
MODEL = "meta.llama-3.3-70b-instruct"

INFERENCE = f"https://inference.generativeai.{DOMAIN}"
PATHS = {
    "inference-native": f"{INFERENCE}/20231130/actions",
    "inference-openai": f"{INFERENCE}/openai/v1",
    "agent-runtime": f"https://agent-runtime.generativeai.{DOMAIN}/20240531",
    "agent-management": f"https://agent.generativeai.{DOMAIN}/20240531",
    "genai-management": f"https://generativeai.{DOMAIN}/20231130",
    "nl2sql": f"{INFERENCE}/20260325",
    "other-oci": f"https://identity.{DOMAIN}/20160918",
}
VECTOR_STORES = f"https://generativeai.{DOMAIN}/20231130/openai/v1/vector_stores"
HOSTED = {
    "hosted-application-oauth": f"https://application.generativeai.{DOMAIN}/20251112/hostedApplications/{os.environ['HOSTED_APPLICATION']}/actions/invoke/ask",
    "hosted-application-iam": f"{INFERENCE}/20251112/hostedApplicationsIam/{os.environ['HOSTED_APPLICATION_IAM']}/actions/invoke/ask",
}


class SignerAuth(HttpxOciAuth):
    """For the signers that oci_genai_auth has no class for."""

    def _refresh_signer(self):
        pass


def signer_for(method):
    signers = oci.auth.signers
    if method == "iam-api-key":
        return oci.signer.Signer.from_config(oci.config.from_file())
    if method == "session-token":
        config = oci.config.from_file(profile_name="SESSION")
        with open(config["security_token_file"]) as file:
            token = file.read()
        return signers.SecurityTokenSigner(token, oci.signer.load_private_key_from_file(config["key_file"]))
    if method == "instance-principal":
        return signers.InstancePrincipalsSecurityTokenSigner()
    if method == "resource-principal":
        return signers.get_resource_principals_signer()
    if method == "oke-workload-identity":
        return signers.get_oke_workload_identity_resource_principal_signer()
    if method == "delegation-token":
        with open(os.path.expanduser("~/.oci/delegation_token")) as file:
            return signers.InstancePrincipalsDelegationTokenSigner(delegation_token=file.read())
    if method == "token-exchange":
        domain = [os.environ[f"OCI_DOMAIN_{name}"] for name in ("URL", "CLIENT_ID", "CLIENT_SECRET")]
        return signers.TokenExchangeSigner("a.foreign.token", *domain, region=REGION)
    raise ValueError(method)


def openai_auth(method, signer):
    if method == "iam-api-key":
        return OciUserPrincipalAuth()
    if method == "session-token":
        return OciSessionAuth(profile_name="SESSION")
    if method == "instance-principal":
        return OciInstancePrincipalAuth()
    if method == "resource-principal":
        return OciResourcePrincipalAuth()
    return SignerAuth(signer)


def report(plane, via, call):
    try:
        call()
        status = 200
    except oci.exceptions.ServiceError as error:
        status = error.status
    except APIStatusError as error:
        status = error.status_code
    except requests.HTTPError as error:
        status = error.response.status_code
    except Exception as error:
        status = f"{type(error).__name__}: {error}"
    print(json.dumps({"plane": plane, "via": via, "status": status}), flush=True)


def signed(url, signer, verb="POST"):
    headers = {"opc-compartment-id": COMPARTMENT}
    body = {"json": {}} if verb == "POST" else {}
    requests.request(verb, url, auth=signer, headers=headers, **body).raise_for_status()


def complete(base_url, api_key, http_client=None):
    client = OpenAI(base_url=base_url, api_key=api_key, http_client=http_client, max_retries=0)
    client.chat.completions.create(model=MODEL, messages=[{"role": "user", "content": "Hi"}])


def chat(client):
    models = oci.generative_ai_inference.models
    message = models.UserMessage(content=[models.TextContent(text="Hi")])
    client.chat(
        models.ChatDetails(
            compartment_id=COMPARTMENT,
            serving_mode=models.OnDemandServingMode(model_id=MODEL),
            chat_request=models.GenericChatRequest(messages=[message]),
        )
    )


def with_signer():
    signer = signer_for(METHOD)
    options = {"config": {"region": REGION}, "signer": signer}
    if METHOD == "iam-api-key":
        options = {"config": oci.config.from_file()}
    report("inference-native", "oci", lambda: chat(oci.generative_ai_inference.GenerativeAiInferenceClient(**options)))
    http_client = httpx.Client(auth=openai_auth(METHOD, signer))
    report("inference-openai", "openai + oci-genai-auth", lambda: complete(PATHS["inference-openai"], "unused", http_client))
    runtime = oci.generative_ai_agent_runtime
    report(
        "agent-runtime",
        "oci",
        lambda: runtime.GenerativeAiAgentRuntimeClient(**options).create_session(
            runtime.models.CreateSessionDetails(display_name="s"), AGENT_ENDPOINT
        ),
    )
    agents = oci.generative_ai_agent.GenerativeAiAgentClient
    report("agent-management", "oci", lambda: agents(**options).list_agents(compartment_id=COMPARTMENT))
    management = oci.generative_ai.GenerativeAiClient
    report("genai-management", "oci", lambda: management(**options).list_models(COMPARTMENT))
    report("vector-stores", "signed HTTP", lambda: signed(VECTOR_STORES, signer, "GET"))
    nl2sql = f"{PATHS['nl2sql']}/semanticStores/store/actions/generateSqlFromNl"
    report("nl2sql", "signed HTTP", lambda: signed(nl2sql, signer))
    for plane, url in HOSTED.items():
        report(plane, "signed HTTP", lambda: signed(url, signer))
    report("other-oci", "oci", lambda: oci.identity.IdentityClient(**options).list_regions())


def with_bearer(token):
    for plane, base_url in PATHS.items():
        report(plane, "openai", lambda: complete(base_url, token))
    for plane, url in {**HOSTED, "vector-stores": VECTOR_STORES}.items():
        headers = {"Authorization": f"Bearer {token}"}
        report(plane, "HTTP", lambda: requests.post(url, json={}, headers=headers).raise_for_status())


def access_token():
    client = (os.environ["OCI_DOMAIN_CLIENT_ID"], os.environ["OCI_DOMAIN_CLIENT_SECRET"])
    url = f"{os.environ['OCI_DOMAIN_URL']}/oauth2/v1/token"
    return requests.post(url, data={"grant_type": "client_credentials", "scope": "app"}, auth=client).json()["access_token"]


if METHOD == "genai-api-key":
    with_bearer(os.environ["OCI_GENAI_API_KEY"])
elif METHOD == "idcs-oauth":
    with_bearer(access_token())
else:
    with_signer()
