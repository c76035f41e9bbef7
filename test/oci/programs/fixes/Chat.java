import com.oracle.bmc.ConfigFileReader;
import com.oracle.bmc.auth.AuthenticationDetailsProvider;
import com.oracle.bmc.auth.ConfigFileAuthenticationDetailsProvider;
import com.oracle.bmc.generativeaiinference.GenerativeAiInferenceClient;
import com.oracle.bmc.generativeaiinference.model.ChatDetails;
import com.oracle.bmc.generativeaiinference.model.GenericChatRequest;
import com.oracle.bmc.generativeaiinference.model.Message;
import com.oracle.bmc.generativeaiinference.model.OnDemandServingMode;
import com.oracle.bmc.generativeaiinference.model.TextContent;
import com.oracle.bmc.generativeaiinference.model.UserMessage;
import com.oracle.bmc.generativeaiinference.requests.ChatRequest;
import java.util.List;

public class Chat {
    private static final String PROFILE = "DEFAULT";

    public static void main(String[] args) throws Exception {
        final ConfigFileReader.ConfigFile configFile = ConfigFileReader.parse("~/.oci/config", PROFILE);
        final AuthenticationDetailsProvider provider = new ConfigFileAuthenticationDetailsProvider(configFile);

        try (GenerativeAiInferenceClient client = GenerativeAiInferenceClient.builder().build(provider)) {
            client.setRegion("us-chicago-1");
            Message message = UserMessage.builder()
                .content(List.of(TextContent.builder().text("Hello").build()))
                .build();
            ChatDetails details = ChatDetails.builder()
                .compartmentId("ocid1.compartment.oc1..exampleuniqueid")
                .servingMode(OnDemandServingMode.builder().modelId("meta.llama-3.3-70b-instruct").build())
                .chatRequest(GenericChatRequest.builder().messages(List.of(message)).build())
                .build();
            System.out.println(client.chat(ChatRequest.builder().chatDetails(details).build()).getChatResult());
        }
    }
}
