import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;

class Connections {
  private static final String BASE = "https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531";
  private final String apiKey = System.getenv("OCI_GENAI_API_KEY");

  int chat(String id, String json) throws Exception {
    HttpURLConnection conn = (HttpURLConnection) new URL(BASE + "/agentEndpoints/" + id + "/actions/chat").openConnection();
    conn.setRequestMethod("POST");
    conn.setRequestProperty("Authorization", "Bearer " + apiKey);
    conn.setRequestProperty("Content-Type", "application/json");
    conn.setDoOutput(true);
    try (OutputStream os = conn.getOutputStream()) { // <- agent-with-genai-key
      byte[] input = json.getBytes(StandardCharsets.UTF_8);
      os.write(input, 0, input.length);
    }
    return conn.getResponseCode(); // <- agent-with-genai-key
  }

  int read(String id) throws Exception {
    HttpURLConnection conn = (HttpURLConnection) new URL(BASE + "/agentEndpoints/" + id).openConnection();
    conn.setRequestProperty("Authorization", "Bearer " + apiKey);
    if (conn.getResponseCode() != 200) { // <- agent-with-genai-key
      throw new IllegalStateException(conn.getResponseMessage());
    }
    return 200;
  }
}
