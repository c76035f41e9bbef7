import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest;
import okhttp3.Request;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.reactive.function.client.WebClient;

class AgentApi {
  private static final String BASE = "https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531";
  private final String apiKey = System.getenv("OCI_GENAI_API_KEY");

  void javaNet(String id, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder() // <- agent-with-genai-key
            .uri(URI.create(BASE + "/agentEndpoints/" + id + "/actions/chat"))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + apiKey)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    var later = HttpRequest.newBuilder(URI.create(String.format("%s/agentEndpoints/%s/sessions", BASE, id)));
    later.setHeader("Authorization", "Bearer %s".formatted(apiKey));
    later.build(); // <- agent-with-genai-key
  }

  void okHttp(String id) {
    new Request.Builder() // <- agent-with-genai-key
        .url(BASE + "/agentEndpoints/" + id + "/sessions")
        .addHeader("Authorization", "Bearer " + apiKey)
        .build();
  }

  void connection(String id) throws Exception {
    HttpURLConnection connection = (HttpURLConnection) new URL(BASE + "/agentEndpoints/" + id).openConnection();
    connection.setRequestProperty("Authorization", "Bearer " + apiKey);
    connection.getInputStream(); // <- agent-with-genai-key
  }

  void template(String id) {
    HttpHeaders headers = new HttpHeaders();
    headers.set("Authorization", "Bearer " + apiKey);
    new RestTemplate() // <- agent-with-genai-key
        .exchange(BASE + "/agentEndpoints/" + id, HttpMethod.POST, new HttpEntity<>("{}", headers), String.class);
  }

  void reactive(String id) {
    WebClient client = WebClient.builder().baseUrl(BASE).defaultHeader("Authorization", "Bearer " + apiKey).build();
    client.post().uri("/agentEndpoints/x/actions/chat").bodyValue("{}").retrieve(); // <- agent-with-genai-key
  }
}
