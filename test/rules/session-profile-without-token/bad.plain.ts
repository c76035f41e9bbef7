import { ConfigFileAuthenticationDetailsProvider, SessionAuthDetailProvider } from 'oci-common';
import { GenerativeAiInferenceClient } from 'oci-generativeaiinference';

const plain = new ConfigFileAuthenticationDetailsProvider(undefined, 'SESSION');
export const one = new GenerativeAiInferenceClient({ authenticationDetailsProvider: plain }); // <- session-profile-without-token
const session = new SessionAuthDetailProvider('~/.oci/config', 'DEFAULT');
export const two = new GenerativeAiInferenceClient({ authenticationDetailsProvider: session }); // <- session-profile-without-token
