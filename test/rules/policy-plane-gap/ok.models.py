import oci

signer = oci.auth.signers.get_resource_principals_signer()
models = oci.generative_ai_inference.GenerativeAiInferenceClient(config={}, signer=signer)
objects = oci.object_storage.ObjectStorageClient(config={}, signer=signer)
