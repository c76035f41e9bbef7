#!/usr/bin/env bash
set -euo pipefail

ENDPOINT=https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531/agentEndpoints/$AGENT_ENDPOINT

# One question, one answer.
session=$(curl -sSf -X POST "$ENDPOINT/sessions" -H "Authorization: Bearer $OCI_GENAI_API_KEY" -d '{}' | jq -r .id) # <- agent-with-genai-key
curl -sS "$ENDPOINT/actions/chat" -d "{\"userMessage\": \"$1\", \"sessionId\": \"$session\"}" -H "Authorization: Bearer $OCI_GENAI_API_KEY" -H 'opc-request-id: chat-script' > answer.json # <- agent-with-genai-key
