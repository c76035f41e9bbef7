import com.oracle.bmc.Region;
import com.oracle.bmc.auth.ResourcePrincipalAuthenticationDetailsProvider;
import com.oracle.bmc.generativeaiinference.GenerativeAiInferenceClient;

class Reader {
    public static void main(String[] args) throws Exception {
        // Configuring the AuthenticationDetailsProvider from the file
        final ResourcePrincipalAuthenticationDetailsProvider provider = ResourcePrincipalAuthenticationDetailsProvider.builder().build();

        // Set up the client
        GenerativeAiInferenceClient client = GenerativeAiInferenceClient.builder()
            .region(Region.US_CHICAGO_1)
            .build(provider);
        client.close();
    }
}
