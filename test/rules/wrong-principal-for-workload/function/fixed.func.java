import com.oracle.bmc.auth.ResourcePrincipalAuthenticationDetailsProvider;
import com.oracle.bmc.generativeaiagentruntime.GenerativeAiAgentRuntimeClient;

public class HelloFunction {
  private final ResourcePrincipalAuthenticationDetailsProvider provider =
      ResourcePrincipalAuthenticationDetailsProvider.builder().build();
  private final GenerativeAiAgentRuntimeClient client =
      GenerativeAiAgentRuntimeClient.builder().build(provider);
}
