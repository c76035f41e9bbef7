const send = require('node-fetch');
const common = require('oci-common');

/** Principal on OCI, session token (oci session authenticate) on this machine. */
async function ociProvider(file, profile = process.env.OCI_CLI_PROFILE ?? 'DEFAULT') {
  const { env } = process;
  if (env.KUBERNETES_SERVICE_HOST && !env.OCI_RESOURCE_PRINCIPAL_RPST) {
    return common.OkeWorkloadIdentityAuthenticationDetailsProvider.builder('', '');
  }
  if (env.OCI_RESOURCE_PRINCIPAL_VERSION) {
    return common.ResourcePrincipalAuthenticationDetailsProvider.builder();
  }
  if (env.OCI_USE_INSTANCE_PRINCIPAL) {
    return await new common.InstancePrincipalsAuthenticationDetailsProviderBuilder().build();
  }
  return new common.SessionAuthDetailProvider(file, profile);
}

let ociSigner;

/** fetch with a signature of OCI's signer in place of an Authorization header. */
async function ociFetch(url, init) {
  const headers = new Headers(init?.headers);
  headers.delete('authorization');
  const unsigned = { uri: String(url), method: init?.method ?? 'GET', headers, body: init?.body };
  ociSigner ??= new common.DefaultRequestSigner(await ociProvider());
  await ociSigner.signHttpRequest(unsigned);
  return send(url, { ...init, headers: Object.fromEntries(headers) });
}

const ENDPOINT = 'https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531/agentEndpoints/x';

exports.ask = () => ociFetch(ENDPOINT, { method: 'POST' });
