using Oci.Common.Auth;
using Oci.GenerativeaiinferenceService;

using var client = new GenerativeAiInferenceClient(ResourcePrincipalAuthenticationDetailsProvider.GetProvider());
