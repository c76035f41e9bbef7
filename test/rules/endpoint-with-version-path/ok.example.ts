import * as common from 'oci-common';
import { GenerativeAiInferenceClient } from 'oci-generativeaiinference';

const client = new GenerativeAiInferenceClient({
  authenticationDetailsProvider: common.ResourcePrincipalAuthenticationDetailsProvider.builder(),
});
client.endpoint = 'https://inference.generativeai.us-chicago-1.oci.oraclecloud.com';
const other = { endpoint: '' };
other.endpoint = 'https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/20231130/actions/chat';
export { client, other };
