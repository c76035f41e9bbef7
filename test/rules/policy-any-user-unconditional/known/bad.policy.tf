resource "oci_identity_policy" "agents" {
  statements = [
    "Allow any-user to use genai-agent-family in compartment ai", # <- policy-any-user-unconditional
  ]
}

resource "oci_identity_policy" "models" {
  statements = [
    "Allow any-user to use generative-ai-family in compartment ai", # <- policy-any-user-unconditional
  ]
}
