import oci

plain = oci.generative_ai_inference.GenerativeAiInferenceClient(oci.config.from_file())
config = oci.config.from_file(profile_name="SESSION")
with open(config["security_token_file"]) as file:
    token = file.read()
key = oci.signer.load_private_key_from_file(config["key_file"])
signer = oci.auth.signers.SecurityTokenSigner(token, key)
session = oci.generative_ai_inference.GenerativeAiInferenceClient(config, signer=signer)
other = oci.generative_ai_inference.GenerativeAiInferenceClient(oci.config.from_file("./other", "SESSION"))
