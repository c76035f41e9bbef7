const http = require('axios');
const send = require('node-fetch');

const ENDPOINT =
  'https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531/agentEndpoints/ocid1.genaiagentendpoint.oc1.us-chicago-1.example';

async function main() {
  const answer = await send(`${ENDPOINT}/sessions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${process.env.OCI_GENAI_API_KEY}` },
    body: JSON.stringify({ displayName: 'chat' }),
  });
  if (!answer.ok) throw new Error(`${answer.status}`);
  const { id } = await answer.json();
  const url = `${ENDPOINT}/sessions/${id}`;
  const { data } = await http({ url, headers: { Authorization: `Bearer ${process.env.OCI_GENAI_API_KEY}` } });
  console.log(data.id);
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
