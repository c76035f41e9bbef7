from llama_index.core.llms import ChatMessage
from llama_index.llms.oci_genai import OCIGenAI

model = OCIGenAI(
    model="meta.llama-3.3-70b-instruct",
    service_endpoint="https://inference.generativeai.us-chicago-1.oci.oraclecloud.com",
    compartment_id="ocid1.compartment.oc1..example",
    context_size=8000,
    auth_type="API_KEY",
    auth_profile="DEFAULT",
)
print(model.chat([ChatMessage(role="user", content="Hi")]).message.content)
