resource "oci_identity_policy" "genai" {
  statements = [
    "Allow any-user to use generative-ai-family in compartment ai", # <- policy-any-user-unconditional
    "allow any-group to use generative-ai-chat in compartment id ${var.compartment_id}", # <- policy-any-user-unconditional
    "Allow any-user to use genai-agent-endpoint in compartment ai where target.compartment.name='ai'", # <- policy-any-user-unconditional
    "Allow any-user to use generative-ai-chat in compartment ai where any {request.principal.type='generativeaiapikey', target.model.id='x'}", # <- policy-any-user-unconditional
  ]
}
