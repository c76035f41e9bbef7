import com.oracle.bmc.auth.ConfigFileAuthenticationDetailsProvider;
import com.oracle.bmc.auth.ResourcePrincipalAuthenticationDetailsProvider;
import com.oracle.bmc.generativeaiagentruntime.GenerativeAiAgentRuntimeClient;

class Clients {
  static GenerativeAiAgentRuntimeClient client() throws Exception {
    if (System.getenv("OCI_RESOURCE_PRINCIPAL_VERSION") != null) {
      return GenerativeAiAgentRuntimeClient.builder().build(ResourcePrincipalAuthenticationDetailsProvider.builder().build());
    }
    return GenerativeAiAgentRuntimeClient.builder().build(new ConfigFileAuthenticationDetailsProvider("DEFAULT"));
  }
}
