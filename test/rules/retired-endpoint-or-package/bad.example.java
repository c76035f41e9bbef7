import com.openai.client.okhttp.OpenAIOkHttpClient;

class Retired {
  void make() {
    OpenAIOkHttpClient.builder() // <- retired-endpoint-or-package
        .baseUrl("https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/20231130/actions/v1")
        .apiKey(System.getenv("OCI_GENAI_API_KEY"))
        .build();
  }
}
