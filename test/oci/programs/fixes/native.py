import oci
from oci.generative_ai_inference import GenerativeAiInferenceClient
from oci.generative_ai_inference.models import ChatDetails, CohereChatRequest, OnDemandServingMode


def make_client():
    config = oci.config.from_file("~/.oci/config", "DEFAULT")
    return GenerativeAiInferenceClient(
        config=config,
        service_endpoint="https://inference.generativeai.us-chicago-1.oci.oraclecloud.com",
        timeout=(10, 240),
    )


reply = make_client().chat(
    ChatDetails(
        compartment_id="ocid1.compartment.oc1..example",
        serving_mode=OnDemandServingMode(model_id="cohere.command-a-03-2025"),
        chat_request=CohereChatRequest(message="Hi"),
    )
)
print(reply.data.chat_response.text)
