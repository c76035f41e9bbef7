"""A support agent that signs with the developer's own API key."""

import oci

REGION = "us-chicago-1"
AGENT_ENDPOINT = "ocid1.genaiagentendpoint.oc1.us-chicago-1.example"

config = oci.config.from_file(profile_name="SUPPORT")

client = oci.generative_ai_agent_runtime.GenerativeAiAgentRuntimeClient(
    config,
    service_endpoint=f"https://agent-runtime.generativeai.{REGION}.oci.oraclecloud.com",
)


def ask(question: str) -> str:
    session = client.create_session(
        oci.generative_ai_agent_runtime.models.CreateSessionDetails(display_name="support"),
        AGENT_ENDPOINT,
    ).data
    answer = client.chat(
        AGENT_ENDPOINT,
        oci.generative_ai_agent_runtime.models.ChatDetails(user_message=question, session_id=session.id),
    )
    return answer.data.message.content.text


if __name__ == "__main__":
    print(ask("Where is my order?"))
