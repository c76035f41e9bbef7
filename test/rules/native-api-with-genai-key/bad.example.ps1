$key = $env:OCI_GENAI_API_KEY
$uri = 'https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/20231130/actions/embedText'
Invoke-WebRequest $uri -Method Post -Headers @{ 'Authorization' = "Bearer $env:OCI_GENAI_API_KEY" } # <- native-api-with-genai-key
