const KEY = process.env.OCI_GENAI_API_KEY;
const ENDPOINT =
  'https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531/agentEndpoints/ocid1.genaiagentendpoint.oc1.us-chicago-1.example';

async function main(): Promise<void> {
  const headers = { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json' };
  const body = JSON.stringify({ displayName: 'chat' });
  const response = await fetch(`${ENDPOINT}/sessions`, { method: 'POST', headers, body });
  if (!response.ok) throw new Error(await response.text());
  console.log(((await response.json()) as { id: string }).id);
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
