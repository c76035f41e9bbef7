import com.oracle.bmc.auth.ResourcePrincipalAuthenticationDetailsProvider;
import com.oracle.bmc.generativeaiagentruntime.GenerativeAiAgentRuntimeClient;
import com.oracle.bmc.generativeaiinference.GenerativeAiInferenceClient;

class Agents {
  private final ResourcePrincipalAuthenticationDetailsProvider provider =
      ResourcePrincipalAuthenticationDetailsProvider.builder().build();
  private final GenerativeAiInferenceClient models = GenerativeAiInferenceClient.builder().build(provider);
  private final GenerativeAiAgentRuntimeClient runtime = GenerativeAiAgentRuntimeClient.builder().build(provider); // <- policy-plane-gap
}
