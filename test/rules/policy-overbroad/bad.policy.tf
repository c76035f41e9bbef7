resource "oci_identity_policy" "genai" {
  statements = [
    "Allow dynamic-group callers to manage generative-ai-family in compartment ai", # <- policy-overbroad
    "Allow dynamic-group callers to manage generative-ai-chat in compartment ai", # <- policy-overbroad
  ]
}
