using Oci.Common.Auth;
using Oci.GenerativeaiinferenceService;

var plain = new GenerativeAiInferenceClient(new ConfigFileAuthenticationDetailsProvider("SESSION")); // <- session-profile-without-token
var filed = new GenerativeAiInferenceClient(new ConfigFileAuthenticationDetailsProvider("~/.oci/config", "SESSION")); // <- session-profile-without-token
var reverse = new GenerativeAiInferenceClient(new SessionTokenAuthenticationDetailsProvider("DEFAULT")); // <- session-profile-without-token
