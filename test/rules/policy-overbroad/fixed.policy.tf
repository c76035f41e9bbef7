resource "oci_identity_policy" "genai" {
  statements = [
    "Allow dynamic-group callers to use generative-ai-family in compartment ai",
    "Allow dynamic-group callers to use generative-ai-chat in compartment ai",
  ]
}
