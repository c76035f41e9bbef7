from langchain_oci import ChatOCIGenAI

model = ChatOCIGenAI(
    model_id="meta.llama-3.3-70b-instruct",
    service_endpoint="https://inference.generativeai.us-chicago-1.oci.oraclecloud.com",
    compartment_id="ocid1.compartment.oc1..example",
    auth_type="API_KEY",
    auth_profile="DEFAULT",
)
print(model.invoke("Hi").content)
