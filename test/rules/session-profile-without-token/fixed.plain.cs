using Oci.Common.Auth;
using Oci.GenerativeaiinferenceService;

var plain = new GenerativeAiInferenceClient(new SessionTokenAuthenticationDetailsProvider("SESSION"));
var filed = new GenerativeAiInferenceClient(new SessionTokenAuthenticationDetailsProvider("~/.oci/config", "SESSION"));
var reverse = new GenerativeAiInferenceClient(new ConfigFileAuthenticationDetailsProvider("DEFAULT"));
