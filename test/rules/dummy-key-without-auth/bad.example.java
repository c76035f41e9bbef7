import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import dev.langchain4j.model.openai.OpenAiChatModel;

class Dummy {
  private static final String REGION = "us-chicago-1";
  private static final String HOST = "https://inference.generativeai." + REGION + ".oci.oraclecloud.com/openai/v1";

  OpenAIClient client() {
    OpenAiChatModel.builder().baseUrl(HOST).apiKey("unused").modelName("xai.grok-4").build(); // <- dummy-key-without-auth
    return OpenAIOkHttpClient.builder().baseUrl(HOST).apiKey("not-used").build(); // <- dummy-key-without-auth
  }
}
