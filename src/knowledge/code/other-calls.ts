import type { Method } from '../method';
import { type CodeLanguage, DEFAULT_PLACES, inferenceHost, type Places } from './contract';
import { importsFor, signing } from './python';
import { cliAuth } from './shell';

/** Calls without a client of their own in every SDK: written for Python and the shell. */
export type OtherCall = 'hosted-application' | 'management';

export const OTHER_CALL_LANGUAGES: readonly CodeLanguage[] = ['python', 'shell'];

/** Undefined where the language has no such way. */
export function codeForOther(
  language: CodeLanguage,
  method: Method,
  call: OtherCall,
  given: Partial<Places>,
): string | undefined {
  const places = { ...DEFAULT_PLACES, ...given };
  if (language !== 'python' && language !== 'shell') return undefined;
  if (call === 'management') return (language === 'python' ? listModels : listModelsByCli)(method, places);
  if (method === 'idcs-oauth') return language === 'python' ? withToken(places) : withTokenByCurl(places);
  return (language === 'python' ? signed : signedByCli)(method, places);
}

const OCID = '<hosted-application-ocid>';

/** docs.oracle.com generative-ai/invoke-app-http.htm; the IAM form: release note of 2026-07-15. */
const invokeUrl = (region: string): string =>
  `https://application.generativeai.${region}.oci.oraclecloud.com/20251112/hostedApplications/${OCID}/actions/invoke/<path>`;
const invokeIamUrl = (region: string): string =>
  `${inferenceHost(region)}/20251112/hostedApplicationsIam/${OCID}/actions/invoke/<path>`;

/** docs.oracle.com generative-ai/app-authentication.htm: client credentials of the identity domain, and these names. */
const withToken = ({ region }: Places): string =>
  [
    'import os',
    '',
    'import requests',
    '',
    'token = requests.post(',
    '    f"{os.environ[\'IDCS_DOMAIN_URL\']}/oauth2/v1/token",',
    '    auth=(os.environ["IDCS_CLIENT_ID"], os.environ["IDCS_CLIENT_SECRET"]),',
    '    data={"grant_type": "client_credentials", "scope": os.environ["IDCS_SCOPE"]},',
    '    timeout=30,',
    ')',
    'token.raise_for_status()',
    'response = requests.post(',
    `    "${invokeUrl(region)}",`,
    '    headers={"Authorization": f"Bearer {token.json()[\'access_token\']}"},',
    '    json={"message": "Hello"},',
    '    timeout=60,',
    ')',
    'print(response.text)',
    '',
  ].join('\n');

const withTokenByCurl = ({ region }: Places): string =>
  [
    'TOKEN=$(curl --silent --fail -u "$IDCS_CLIENT_ID:$IDCS_CLIENT_SECRET" \\',
    '  -d grant_type=client_credentials --data-urlencode "scope=$IDCS_SCOPE" \\',
    '  "$IDCS_DOMAIN_URL/oauth2/v1/token" | jq -r .access_token)',
    `curl --fail-with-body '${invokeUrl(region)}' \\`,
    '  -H "Authorization: Bearer $TOKEN" \\',
    "  -H 'Content-Type: application/json' \\",
    '  -d \'{"message": "Hello"}\'',
    '',
  ].join('\n');

function signed(method: Method, places: Places): string | undefined {
  const sign = signing(method, places);
  if (!sign) return undefined;
  return [
    ...importsFor(sign),
    'import requests',
    '',
    ...sign,
    'response = requests.post(',
    `    "${invokeIamUrl(places.region)}",`,
    '    auth=signer,',
    '    json={"message": "Hello"},',
    '    timeout=60,',
    ')',
    'print(response.text)',
    '',
  ].join('\n');
}

function signedByCli(method: Method, places: Places): string | undefined {
  const how = cliAuth(method, places);
  const url = invokeIamUrl(places.region);
  return (
    how && `oci raw-request --http-method POST --target-uri '${url}' --request-body '{"message": "Hello"}' ${how}\n`
  );
}

function listModels(method: Method, places: Places): string | undefined {
  const sign = signing(method, places);
  if (!sign) return undefined;
  return [
    ...importsFor(sign),
    '',
    ...sign,
    'client = oci.generative_ai.GenerativeAiClient(',
    '    config=config,',
    '    signer=signer,',
    `    service_endpoint="https://generativeai.${places.region}.oci.oraclecloud.com",`,
    ')',
    `print(client.list_models(compartment_id="${places.compartment}").data)`,
    '',
  ].join('\n');
}

function listModelsByCli(method: Method, places: Places): string | undefined {
  const how = cliAuth(method, places);
  return how && `oci generative-ai model-collection list-models --compartment-id ${places.compartment} ${how}\n`;
}
