resource "oci_identity_policy" "genai" {
  statements = [
    "Allow any-user to use generative-ai-family in compartment ai where ALL {request.principal.type='generativeaiapikey'}",
    "allow any-group to use generative-ai-chat in compartment id ${var.compartment_id} where ALL {request.principal.type='generativeaiapikey'}",
    "Allow any-user to use genai-agent-endpoint in compartment ai where ALL {request.principal.type='workload', target.compartment.name='ai'}",
    "Allow any-user to use generative-ai-chat in compartment ai where ALL {request.principal.type='generativeaiapikey', any {request.principal.type='generativeaiapikey', target.model.id='x'}}",
  ]
}
