resource "oci_identity_policy" "genai" {
  statements = [
    "Allow group callers to manage generative-ai-vectorstore in compartment ai",
    "Allow group callers to use genai-agent-endpoint in compartment ai",
    "Allow group callers to use generative-ai-chat in compartment ${var.name}",
  ]
}
