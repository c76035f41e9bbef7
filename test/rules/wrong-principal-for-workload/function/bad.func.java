import com.oracle.bmc.auth.InstancePrincipalsAuthenticationDetailsProvider;
import com.oracle.bmc.generativeaiagentruntime.GenerativeAiAgentRuntimeClient;

public class HelloFunction {
  private final InstancePrincipalsAuthenticationDetailsProvider provider =
      InstancePrincipalsAuthenticationDetailsProvider.builder().build();
  private final GenerativeAiAgentRuntimeClient client =
      GenerativeAiAgentRuntimeClient.builder().build(provider); // <- wrong-principal-for-workload
}
