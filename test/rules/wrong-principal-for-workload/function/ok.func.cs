using Oci.Common.Auth;
using Oci.GenerativeaiagentruntimeService;

using var client = new GenerativeAiAgentRuntimeClient(ResourcePrincipalAuthenticationDetailsProvider.GetProvider());
