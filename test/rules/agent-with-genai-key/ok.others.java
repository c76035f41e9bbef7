import java.net.URI;
import java.net.http.HttpRequest;

class Others {
  private final String apiKey = System.getenv("OCI_GENAI_API_KEY");

  void inference(String body) {
    HttpRequest.newBuilder()
        .uri(URI.create("https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1/responses"))
        .header("Authorization", "Bearer " + apiKey)
        .build();
    HttpRequest.newBuilder(URI.create("https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531"))
        .header("Authorization", signature(body))
        .build();
    HttpRequest.newBuilder(URI.create("https://api.openai.com/v1/responses"))
        .header("Authorization", "Bearer " + apiKey)
        .build();
  }

  private static native String signature(String body);
}
