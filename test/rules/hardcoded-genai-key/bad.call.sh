#!/bin/sh
OCI_GENAI_API_KEY={{SK}} # <- hardcoded-genai-key
curl -sS https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1/models \
  -H 'Authorization: Bearer {{SK}}' # <- hardcoded-genai-key
