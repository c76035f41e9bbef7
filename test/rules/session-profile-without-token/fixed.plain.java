import com.oracle.bmc.auth.ConfigFileAuthenticationDetailsProvider;
import com.oracle.bmc.auth.SessionTokenAuthenticationDetailsProvider;
import com.oracle.bmc.generativeaiinference.GenerativeAiInferenceClient;

class Sessions {
  void make() throws Exception {
    new GenerativeAiInferenceClient(new SessionTokenAuthenticationDetailsProvider("SESSION"));
    new GenerativeAiInferenceClient(new SessionTokenAuthenticationDetailsProvider("~/.oci/config", "SESSION"));
    new GenerativeAiInferenceClient(new ConfigFileAuthenticationDetailsProvider("DEFAULT"));
    new GenerativeAiInferenceClient(new SessionTokenAuthenticationDetailsProvider("SESSION"));
  }
}
