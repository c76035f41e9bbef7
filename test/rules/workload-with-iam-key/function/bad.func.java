import com.oracle.bmc.auth.ConfigFileAuthenticationDetailsProvider;
import com.oracle.bmc.generativeaiinference.GenerativeAiInferenceClient;

public class HelloFunction {
  public String handleRequest(String input) throws Exception {
    var provider = new ConfigFileAuthenticationDetailsProvider("DEFAULT"); // <- workload-with-iam-key
    try (var client = GenerativeAiInferenceClient.builder().build(provider)) {
      return client.getEndpoint();
    }
  }
}
