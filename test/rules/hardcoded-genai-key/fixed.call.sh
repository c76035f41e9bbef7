#!/bin/sh
OCI_GENAI_API_KEY="${OCI_GENAI_API_KEY:?}"
curl -sS https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1/models \
  -H "Authorization: Bearer ${OCI_GENAI_API_KEY:?}"
