const got = require('got');

const chat = {
  compartmentId: 'ocid1.compartment.oc1..example',
  servingMode: { servingType: 'ON_DEMAND', modelId: 'xai.grok-4' },
  chatRequest: { apiFormat: 'GENERIC', messages: [{ role: 'USER', content: [{ type: 'TEXT', text: 'Hello' }] }] },
};

async function main() {
  const answer = await got
    .post('https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/20231130/actions/chat', {
      headers: { authorization: `Bearer ${process.env.OCI_GENAI_API_KEY}` },
      json: chat,
      retry: 0,
    })
    .json();
  console.log(answer);
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
