using Oci.Common.Auth;
using Oci.GenerativeaiinferenceService;

var plain = new GenerativeAiInferenceClient(new ConfigFileAuthenticationDetailsProvider("DEFAULT"));
var session = new GenerativeAiInferenceClient(new SessionTokenAuthenticationDetailsProvider("SESSION"));
var elsewhere = new GenerativeAiInferenceClient(new ConfigFileAuthenticationDetailsProvider("/etc/oci/config", "SESSION"));
