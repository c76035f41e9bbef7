import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;

class Keyed {
  // The key is ocid1.generativeaiapikey.oc1.eu-frankfurt-1.amaaaaaaexample.
  OpenAIClient client() {
    return OpenAIOkHttpClient.builder() // <- region-mismatch
        .baseUrl("https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1")
        .apiKey(System.getenv("OCI_GENAI_API_KEY"))
        .build();
  }
}
