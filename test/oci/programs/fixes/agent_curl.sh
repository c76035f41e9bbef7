#!/usr/bin/env bash
set -euo pipefail

ENDPOINT=https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531/agentEndpoints/ocid1.genaiagentendpoint.oc1.us-chicago-1.example

curl -sSf -X POST "$ENDPOINT/sessions" -H "Authorization: Bearer $OCI_GENAI_API_KEY" -H 'Content-Type: application/json' -d '{"displayName": "chat"}' | jq -e .id
