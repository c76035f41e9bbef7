import oci

client = oci.generative_ai_inference.GenerativeAiInferenceClient(config={}, signer=oci.auth.signers.get_resource_principals_signer())
