#!/usr/bin/env bash
# The CLI signs with the API key unless told otherwise.
set -euo pipefail
COMPARTMENT=${COMPARTMENT:-ocid1.compartment.oc1..example}

oci generative-ai-agent agent list --compartment-id "$COMPARTMENT" --all # <- agent-with-iam-key
sudo /usr/local/bin/oci --profile AGENTS generative-ai-agent agent-endpoint list --auth=api_key -c "$COMPARTMENT" # <- agent-with-iam-key

session() {
  local body='{}'
  ID=$(oci generative-ai-agent-runtime session create-session --agent-endpoint-id "$1" | jq -r .data.id) # <- agent-with-iam-key
  if oci generative-ai-agent-runtime chat --session-id "$ID"; then # <- agent-with-iam-key
    echo "$body"
  fi
}

OCI_CLI_AUTH=api_key oci raw-request --http-method POST --target-uri "https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531/agentEndpoints/$1/sessions" # <- agent-with-iam-key
session "$1"
