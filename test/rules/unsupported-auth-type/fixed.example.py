from langchain_oci import ChatOCIGenAI

llm = ChatOCIGenAI(model_id="cohere.command-a-03-2025", auth_type="INSTANCE_PRINCIPAL")
