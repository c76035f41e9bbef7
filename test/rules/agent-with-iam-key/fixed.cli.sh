#!/usr/bin/env bash
# The CLI signs with the API key unless told otherwise.
set -euo pipefail

# Principal on OCI, session token (oci session authenticate) on this machine.
oci_auth() {
  if [ -n "${KUBERNETES_SERVICE_HOST:-}" ] && [ -z "${OCI_RESOURCE_PRINCIPAL_RPST:-}" ]; then
    echo oke_workload_identity
  elif [ -n "${OCI_RESOURCE_PRINCIPAL_VERSION:-}" ]; then
    echo resource_principal
  elif [ -n "${OCI_USE_INSTANCE_PRINCIPAL:-}" ]; then
    echo instance_principal
  else
    echo security_token
  fi
}

COMPARTMENT=${COMPARTMENT:-ocid1.compartment.oc1..example}

oci --auth "$(oci_auth)" generative-ai-agent agent list --compartment-id "$COMPARTMENT" --all
sudo /usr/local/bin/oci --profile AGENTS generative-ai-agent agent-endpoint list --auth="$(oci_auth)" -c "$COMPARTMENT"

session() {
  local body='{}'
  ID=$(oci --auth "$(oci_auth)" generative-ai-agent-runtime session create-session --agent-endpoint-id "$1" | jq -r .data.id)
  if oci --auth "$(oci_auth)" generative-ai-agent-runtime chat --session-id "$ID"; then
    echo "$body"
  fi
}

OCI_CLI_AUTH="$(oci_auth)" oci raw-request --http-method POST --target-uri "https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531/agentEndpoints/$1/sessions"
session "$1"
