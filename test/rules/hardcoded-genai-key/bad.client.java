import com.openai.client.okhttp.OpenAIOkHttpClient;

class Keys {
  private static final String OCI_GENAI_API_KEY = "{{SK}}"; // <- hardcoded-genai-key

  void make() {
    OpenAIOkHttpClient.builder()
        .baseUrl("https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1")
        .apiKey("{{SK}}") // <- hardcoded-genai-key
        .build();
  }
}
