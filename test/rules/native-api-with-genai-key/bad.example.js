const axios = require('axios');
const got = require('got');
const { request } = require('undici');

const API_KEY = process.env.OCI_GENAI_API_KEY;
const URL = 'https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/20231130/actions/chat';
const headers = { authorization: 'Bearer ' + API_KEY };

async function all(body) {
  await axios.post(URL, body, { headers }); // <- native-api-with-genai-key
  await axios({ method: 'post', url: URL, headers, data: body }); // <- native-api-with-genai-key
  await got.post(URL, { headers, json: body }); // <- native-api-with-genai-key
  await request(URL, { method: 'POST', headers }); // <- native-api-with-genai-key
  return fetch(URL, { method: 'POST', headers: { ...headers, 'Content-Type': 'application/json' } }); // <- native-api-with-genai-key
}

module.exports = { all };
