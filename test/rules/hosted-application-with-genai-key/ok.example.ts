export async function invoke(id: string, token: string) {
  const host = 'https://application.generativeai.us-chicago-1.oci.oraclecloud.com';
  return fetch(`${host}/20251112/hostedApplications/${id}/actions/invoke/run`, {
    headers: { Authorization: `Bearer ${token}` },
  });
}
