resource "oci_identity_policy" "genai" {
  statements = [
    "Allow group callers to manage generative-ai-vector-store in compartment ai", # <- policy-unknown-resource-type
    "Allow group callers to use genai-agent-chat in compartment ai", # <- policy-unknown-resource-type
    "Allow group callers to use generative-ai-chats in compartment ${var.name}", # <- policy-unknown-resource-type
  ]
}
