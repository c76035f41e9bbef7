import * as common from 'oci-common';
import { GenerativeAiInferenceClient } from 'oci-generativeaiinference';

const provider = await new common.InstancePrincipalsAuthenticationDetailsProviderBuilder().build();
const client = new GenerativeAiInferenceClient({ authenticationDetailsProvider: provider });
