import { ConfigFileAuthenticationDetailsProvider, SessionAuthDetailProvider } from 'oci-common';
import { GenerativeAiInferenceClient } from 'oci-generativeaiinference';

const plain = new SessionAuthDetailProvider(undefined, 'SESSION');
export const one = new GenerativeAiInferenceClient({ authenticationDetailsProvider: plain });
const session = new ConfigFileAuthenticationDetailsProvider('~/.oci/config', 'DEFAULT');
export const two = new GenerativeAiInferenceClient({ authenticationDetailsProvider: session });
