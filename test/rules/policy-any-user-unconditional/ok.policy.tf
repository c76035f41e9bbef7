resource "oci_identity_policy" "genai" {
  statements = [
    "Allow any-user to use generative-ai-family in compartment ai where ALL {request.principal.type='generativeaiapikey'}",
    "Allow any-user to use generative-ai-family in compartment ai where all {request.principal.type = 'workload', request.principal.namespace = 'ns', request.principal.service_account = 'sa', request.principal.cluster_id = '${var.cluster}'}",
    "Allow any-user to read objects in compartment data",
    "Allow group callers to use generative-ai-family in compartment ai",
  ]
}
