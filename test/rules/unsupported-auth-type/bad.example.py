from langchain_oci import ChatOCIGenAI

llm = ChatOCIGenAI(model_id="cohere.command-a-03-2025", auth_type="instance_principal")  # <- unsupported-auth-type
