#!/bin/sh
ENDPOINT=https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531/agentEndpoints/$AGENT_ENDPOINT

curl -sSfXPOST "$ENDPOINT/sessions" -H "Authorization: Bearer $OCI_GENAI_API_KEY" # <- agent-with-genai-key
wget -qO- --header="Authorization: Bearer $OCI_GENAI_API_KEY" "$ENDPOINT/sessions/$1" # <- agent-with-genai-key
wget -nv -O - --method=PUT --header "Authorization: Bearer $OCI_GENAI_API_KEY" --body-data "{\"displayName\": \"$2\"}" "$ENDPOINT/sessions/$1" # <- agent-with-genai-key
wget -qO - --header="Authorization: Bearer $OCI_GENAI_API_KEY" --header='Content-Type: application/json' --post-file="chat.json" "$ENDPOINT/actions/chat" | jq . # <- agent-with-genai-key
