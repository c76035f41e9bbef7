import com.oracle.bmc.auth.BasicAuthenticationDetailsProvider;
import com.oracle.bmc.generativeaiinference.GenerativeAiInferenceClient;

class Endpoints {
  void make(BasicAuthenticationDetailsProvider provider) {
    GenerativeAiInferenceClient.builder()
        .endpoint("https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/20231130") // <- endpoint-with-version-path
        .build(provider);
    var client = new GenerativeAiInferenceClient(provider);
    client.setEndpoint("https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/20231130"); // <- endpoint-with-version-path
    client.setEndpoint("https://inference.generativeai.us-chicago-1.oci.oraclecloud.com");
  }
}
