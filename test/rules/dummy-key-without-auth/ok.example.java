import com.openai.client.OpenAIClient;
import com.openai.client.OpenAIClientImpl;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.ClientOptions;
import com.oracle.genai.auth.OciAuthConfig;
import com.oracle.genai.auth.OciOkHttpClientFactory;
import com.oracle.genai.auth.OciOpenAIHttpClient;

class Signed {
  private static final String HOST = "https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1";

  OpenAIClient client() {
    var config = OciAuthConfig.builder().authType("security_token").profile("DEFAULT").build();
    var http = OciOkHttpClientFactory.build(config);
    OpenAIOkHttpClient.builder().baseUrl(HOST).apiKey(System.getenv("OCI_GENAI_API_KEY")).build();
    OpenAIOkHttpClient.builder().apiKey("not-used").build();
    return new OpenAIClientImpl(
        ClientOptions.builder()
            .httpClient(OciOpenAIHttpClient.of(http, HOST))
            .baseUrl(HOST)
            .apiKey("not-used")
            .build());
  }
}
