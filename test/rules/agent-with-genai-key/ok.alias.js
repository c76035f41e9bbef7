const send = require('./send');

const ENDPOINT = 'https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531/agentEndpoints/x';

exports.ask = () => send(ENDPOINT, { headers: { Authorization: `Bearer ${process.env.OCI_GENAI_API_KEY}` } });
