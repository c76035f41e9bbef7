const axios = require('axios');

const headers = { Authorization: `Bearer ${process.env.OCI_GENAI_API_KEY}` };
const chat = {
  compartmentId: 'ocid1.compartment.oc1..example',
  servingMode: { servingType: 'ON_DEMAND', modelId: 'xai.grok-4' },
  chatRequest: { apiFormat: 'GENERIC', messages: [{ role: 'USER', content: [{ type: 'TEXT', text: 'Hello' }] }] },
};

axios
  .post('https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/20231130/actions/chat', chat, { headers })
  .then(({ data }) => console.log(data))
  .catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
