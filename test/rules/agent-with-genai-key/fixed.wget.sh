#!/bin/sh

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

ENDPOINT=https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531/agentEndpoints/$AGENT_ENDPOINT

oci raw-request --auth "$(oci_auth)" --http-method POST --target-uri "$ENDPOINT/sessions" | jq -n 'input | if .status < "400" then .data else error(.status) end'
oci raw-request --auth "$(oci_auth)" --http-method GET --target-uri "$ENDPOINT/sessions/$1" | jq -n 'input | if .status < "400" then .data else error(.status) end'
oci raw-request --auth "$(oci_auth)" --http-method PUT --request-body "{\"displayName\": \"$2\"}" --target-uri "$ENDPOINT/sessions/$1" | jq -n 'input | if .status < "400" then .data else error(.status) end'
oci raw-request --auth "$(oci_auth)" --http-method POST --request-body "file://chat.json" --target-uri "$ENDPOINT/actions/chat" | jq -n 'input | if .status < "400" then .data else error(.status) end' | jq .
