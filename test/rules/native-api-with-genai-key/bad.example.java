import java.net.URI;
import java.net.http.HttpRequest;

class Native {
  HttpRequest chat(String body) {
    return HttpRequest.newBuilder() // <- native-api-with-genai-key
        .uri(URI.create("https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/20231130/actions/chat"))
        .header("Authorization", "Bearer " + System.getenv("OCI_GENAI_API_KEY"))
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }
}
