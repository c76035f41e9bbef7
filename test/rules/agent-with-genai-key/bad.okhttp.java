import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;

class OkAgents {
  private static final String BASE = "https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531";
  private static final MediaType JSON = MediaType.get("application/json");
  private final OkHttpClient client = new OkHttpClient();
  private final String apiKey = System.getenv("OCI_GENAI_API_KEY");

  String chat(String id, String json) throws java.io.IOException {
    RequestBody body = RequestBody.create(json, JSON);
    Request request =
        new Request.Builder() // <- agent-with-genai-key
            .url(BASE + "/agentEndpoints/" + id + "/actions/chat")
            .addHeader("Authorization", "Bearer " + apiKey)
            .addHeader("Accept", "application/json")
            .post(body)
            .build();
    return client.newCall(request).execute().body().string();
  }

  Request later(String id) {
    Request.Builder builder = new Request.Builder().url(BASE + "/agentEndpoints/" + id + "/sessions");
    builder.header("Authorization", "Bearer " + apiKey);
    builder.method("POST", RequestBody.create(JSON, "{}"));
    return builder.build(); // <- agent-with-genai-key
  }

  Request read(String id) {
    return new Request.Builder() // <- agent-with-genai-key
        .url(BASE + "/agentEndpoints/" + id)
        .header("Authorization", "Bearer " + apiKey)
        .get()
        .build();
  }
}
