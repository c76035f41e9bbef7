resource "oci_identity_policy" "agents" {
  statements = [
    "Allow any-user to use genai-agent-family in compartment ai where ALL {request.principal.type='workload', request.principal.namespace='team', request.principal.service_account='asker'}",
  ]
}

resource "oci_identity_policy" "models" {
  statements = [
    "Allow any-user to use generative-ai-family in compartment ai where ALL {request.principal.type='workload', request.principal.namespace='team', request.principal.service_account='asker'}",
  ]
}
