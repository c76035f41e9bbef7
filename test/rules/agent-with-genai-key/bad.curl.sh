#!/bin/sh
REGION=us-chicago-1
HOST="https://agent-runtime.generativeai.$REGION.oci.oraclecloud.com"
BODY='{}'

post() {
  curl -sS -X POST "$HOST/20240531/agentEndpoints/$1/sessions" -H "Authorization: Bearer $OCI_GENAI_API_KEY" -d "$BODY" # <- agent-with-genai-key
}

post "$ENDPOINT" | jq .
answer=$(curl --silent --header "Authorization: Bearer ${OCI_GENAI_API_KEY}" --url "$HOST/20240531/agentEndpoints") # <- agent-with-genai-key
wget -q --header="Authorization: Bearer $OCI_GENAI_API_KEY" -O - "$HOST/20240531/agentEndpoints" # <- agent-with-genai-key
echo "$answer"
