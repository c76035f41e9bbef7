resource "oci_identity_policy" "agents" {
  statements = [
    "Allow any-user to use genai-agent-family in compartment ai", # <- policy-any-user-unconditional
  ]
}
