import com.oracle.bmc.auth.ConfigFileAuthenticationDetailsProvider;
import com.oracle.bmc.auth.SessionTokenAuthenticationDetailsProvider;
import com.oracle.bmc.generativeaiinference.GenerativeAiInferenceClient;

class Sessions {
  void make() throws Exception {
    new GenerativeAiInferenceClient(new ConfigFileAuthenticationDetailsProvider("SESSION")); // <- session-profile-without-token
    new GenerativeAiInferenceClient(new ConfigFileAuthenticationDetailsProvider("~/.oci/config", "SESSION")); // <- session-profile-without-token
    new GenerativeAiInferenceClient(new SessionTokenAuthenticationDetailsProvider("DEFAULT")); // <- session-profile-without-token
    new GenerativeAiInferenceClient(new SessionTokenAuthenticationDetailsProvider("SESSION"));
  }
}
