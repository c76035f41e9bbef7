#!/usr/bin/env bash
set -euo pipefail

ENDPOINT=https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531/agentEndpoints/ocid1.genaiagentendpoint.oc1.us-chicago-1.example

session=$(wget -qO- --header="Authorization: Bearer $OCI_GENAI_API_KEY" --header='Content-Type: application/json' --post-data='{"displayName": "chat"}' "$ENDPOINT/sessions" | jq -re .id)
wget -q -O - --header="Authorization: Bearer $OCI_GENAI_API_KEY" "$ENDPOINT/sessions/$session" | jq -e .id
