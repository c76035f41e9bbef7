resource "oci_identity_policy" "genai" {
  statements = [
    "Allow dynamic-group callers to use generative-ai-family in compartment ai",
    "Allow group admins to manage generative-ai-family in compartment ai",
    "Allow dynamic-group callers to manage objects in compartment data",
  ]
}
