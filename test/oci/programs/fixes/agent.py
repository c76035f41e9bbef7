import oci

AGENT_ENDPOINT = "ocid1.genaiagentendpoint.oc1.us-chicago-1.example"

config = oci.config.from_file()
client = oci.generative_ai_agent_runtime.GenerativeAiAgentRuntimeClient(
    config, service_endpoint="https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com"
)
session = client.create_session(
    oci.generative_ai_agent_runtime.models.CreateSessionDetails(display_name="chat"), AGENT_ENDPOINT
).data
print(session.id)
