using Oci.Common.Auth;
using Oci.GenerativeaiagentruntimeService;

using var client = new GenerativeAiAgentRuntimeClient(new InstancePrincipalsAuthenticationDetailsProvider()); // <- wrong-principal-for-workload
