using Oci.Common.Auth;
using Oci.GenerativeaiagentruntimeService;
using Oci.GenerativeaiinferenceService;

var provider = ResourcePrincipalAuthenticationDetailsProvider.GetProvider();
var models = new GenerativeAiInferenceClient(provider);
var runtime = new GenerativeAiAgentRuntimeClient(provider); // <- policy-plane-gap
