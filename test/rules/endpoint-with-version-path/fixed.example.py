import oci

client = oci.generative_ai_inference.GenerativeAiInferenceClient(
    config={},
    signer=oci.auth.signers.get_resource_principals_signer(),
    service_endpoint="https://inference.generativeai.us-chicago-1.oci.oraclecloud.com",
)
