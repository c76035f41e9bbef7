const HOST = 'https://application.generativeai.us-chicago-1.oci.oraclecloud.com';
const headers = new Headers({ Authorization: `Bearer ${process.env.OCI_GENAI_API_KEY}` });

export const invoke = (id: string) =>
  fetch(`${HOST}/20251112/hostedApplications/${id}/actions/invoke/run`, { method: 'POST', headers }); // <- hosted-application-with-genai-key
