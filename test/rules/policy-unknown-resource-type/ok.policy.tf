resource "oci_identity_policy" "genai" {
  statements = [
    "Allow group callers to manage generative-ai-vectorstore in compartment ai",
    "Allow group callers to use genai-agent-family in compartment ai",
    "Allow group callers to read object-familly in compartment ai",
    "Allow group callers to use ${var.type} in compartment ai",
    "Allow group callers to use generative-ai-response in compartment ai",
  ]
}
