# ocid1.generativeaiapikey.oc1.eu-frankfurt-1.amaaaaaaexample
curl https://inference.generativeai.eu-frankfurt-1.oci.oraclecloud.com/openai/v1/responses -H "Authorization: Bearer $OCI_GENAI_API_KEY"
