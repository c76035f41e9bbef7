import * as common from 'oci-common';
import { GenerativeAiInferenceClient } from 'oci-generativeaiinference';

const provider = new common.InstancePrincipalsAuthenticationDetailsProviderBuilder().build();
const client = new GenerativeAiInferenceClient({ authenticationDetailsProvider: provider });  // <- unawaited-provider
