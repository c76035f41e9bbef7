$base = 'https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/{0}' -f '20240531'
$headers = @{ Authorization = "Bearer $env:OCI_GENAI_API_KEY" }
Invoke-RestMethod -Method Post -Uri "$base/agentEndpoints/$id/sessions" -Headers $headers # <- agent-with-genai-key
