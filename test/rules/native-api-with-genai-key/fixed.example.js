const axios = require('axios');
const got = require('got');
const { request } = require('undici');
const common = require('oci-common');

/** fetch with a signature of OCI's signer in place of an Authorization header. */
async function ociFetch(url, init) {
  const headers = new Headers(init?.headers);
  headers.delete('authorization');
  const unsigned = { uri: String(url), method: init?.method ?? 'GET', headers, body: init?.body };
  ociSigner ??= new common.DefaultRequestSigner(await ociProvider());
  await ociSigner.signHttpRequest(unsigned);
  return fetch(url, { ...init, headers });
}

/** request of undici with a signature of OCI's signer in place of an Authorization header. */
async function ociRequest(url, init) {
  const headers = new Headers(init?.headers);
  headers.delete('authorization');
  const unsigned = { uri: String(url), method: init?.method ?? 'GET', headers, body: init?.body };
  ociSigner ??= new common.DefaultRequestSigner(await ociProvider());
  await ociSigner.signHttpRequest(unsigned);
  return request(url, { ...init, headers: Object.fromEntries(headers) });
}

/** Sends what got made ready, with a signature of OCI's signer in place of an Authorization header. */
async function ociHook(options) {
  const headers = new Headers(options.headers);
  headers.delete('authorization');
  const body = options.body ?? JSON.stringify(options.json);
  const unsigned = { uri: String(options.url), method: options.method, headers, body };
  ociSigner ??= new common.DefaultRequestSigner(await ociProvider());
  await ociSigner.signHttpRequest(unsigned);
  headers.forEach((value, name) => {
    options.headers[name] = value;
  });
}

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

/** Sends what axios made ready, with a signature of OCI's signer in place of an Authorization header. */
async function ociAdapter(config) {
  const headers = new Headers(config.headers.toJSON());
  headers.delete('authorization');
  const unsigned = { uri: axios.getUri(config), method: config.method ?? 'get', headers, body: config.data };
  ociSigner ??= new common.DefaultRequestSigner(await ociProvider());
  await ociSigner.signHttpRequest(unsigned);
  headers.forEach((value, name) => {
    config.headers.set(name, value);
  });
  return axios.getAdapter(axios.defaults.adapter)(config);
}

const API_KEY = process.env.OCI_GENAI_API_KEY;
const URL = 'https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/20231130/actions/chat';
const headers = { authorization: 'Bearer ' + API_KEY };

async function all(body) {
  await axios.post(URL, body, { headers, adapter: ociAdapter });
  await axios({ method: 'post', url: URL, headers, data: body, adapter: ociAdapter });
  await got.post(URL, { headers, json: body, hooks: { beforeRequest: [ociHook] } });
  await ociRequest(URL, { method: 'POST', headers });
  return ociFetch(URL, { method: 'POST', headers: { ...headers, 'Content-Type': 'application/json' } });
}

module.exports = { all };
