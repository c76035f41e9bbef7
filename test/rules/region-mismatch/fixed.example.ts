import OpenAI from 'openai';

// Key: ocid1.generativeaiapikey.oc1.eu-frankfurt-1.amaaaaaaexample
export const client = new OpenAI({
  baseURL: 'https://inference.generativeai.eu-frankfurt-1.oci.oraclecloud.com/openai/v1',
  apiKey: process.env.OCI_GENAI_API_KEY,
});
