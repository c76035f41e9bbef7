import oci

client = oci.generative_ai_inference.GenerativeAiInferenceClient(
    config=oci.config.from_file(),
)
