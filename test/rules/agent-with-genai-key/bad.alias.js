const send = require('node-fetch');

const ENDPOINT = 'https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531/agentEndpoints/x';

exports.ask = () => send(ENDPOINT, { method: 'POST', headers: { Authorization: `Bearer ${process.env.OCI_GENAI_API_KEY}` } }); // <- agent-with-genai-key
