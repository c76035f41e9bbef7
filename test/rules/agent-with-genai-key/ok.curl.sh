#!/bin/sh
# The key works for the OpenAI-compatible API; the metadata service has a bearer of its own.
curl -s https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1/responses \
  -H "Authorization: Bearer $OCI_GENAI_API_KEY" -H 'Content-Type: application/json' --compressed \
  -d '{"model": "xai.grok-4", "input": "hi"}'
region=$(curl -sH 'Authorization: Bearer Oracle' http://169.254.169.254/opc/v2/instance/region)
curl -s "https://agent-runtime.generativeai.$region.oci.oraclecloud.com/20240531/agentEndpoints" -H "Authorization: $SIGNATURE"
