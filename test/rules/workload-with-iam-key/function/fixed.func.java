import com.oracle.bmc.auth.ResourcePrincipalAuthenticationDetailsProvider;
import com.oracle.bmc.generativeaiinference.GenerativeAiInferenceClient;

public class HelloFunction {
  public String handleRequest(String input) throws Exception {
    var provider = ResourcePrincipalAuthenticationDetailsProvider.builder().build();
    try (var client = GenerativeAiInferenceClient.builder().build(provider)) {
      return client.getEndpoint();
    }
  }
}
