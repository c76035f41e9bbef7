URL=https://inference.generativeai.us-chicago-1.oci.oraclecloud.com
for action in chat embedText; do
  curl --fail "$URL/20231130/actions/$action" -H "Authorization: Bearer ${OCI_GENAI_API_KEY:?}" -d @body.json # <- native-api-with-genai-key
done
