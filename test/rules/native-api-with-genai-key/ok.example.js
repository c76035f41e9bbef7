const headers = { Authorization: `Bearer ${process.env.OCI_GENAI_API_KEY}` };

export const openai = () => fetch('https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1/responses', { headers });
export const stores = () => fetch('https://generativeai.us-chicago-1.oci.oraclecloud.com/20231130/openai/v1/vector_stores', { headers });
export const other = () => fetch('https://api.example.com/20231130/actions/chat', { headers });
export const metadata = () => fetch('http://169.254.169.254/opc/v2/instance/', { headers: { Authorization: 'Bearer Oracle' } });
