import fetch from 'node-fetch';

const url = `https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/20251112/hostedApplicationsIam/${process.argv[2]}/actions/invoke/run`;
const response = await fetch(url, { // <- hosted-application-with-genai-key
  method: 'POST',
  headers: {
    Authorization: `Bearer ${process.env.OCI_GENAI_API_KEY}`,
  },
  body: JSON.stringify({ message: 'Hello' }),
});
console.log(await response.json());
