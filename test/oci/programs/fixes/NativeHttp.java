import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

public class NativeHttp {
    private static final String HOST = "https://inference.generativeai.us-chicago-1.oci.oraclecloud.com";

    public static void main(String[] args) throws Exception {
        String key = System.getenv("OCI_GENAI_API_KEY");
        if (key == null || key.isEmpty()) {
            throw new IllegalStateException("OCI_GENAI_API_KEY is not set");
        }
        String body = "{\"compartmentId\": \"ocid1.compartment.oc1..exampleuniqueid\","
            + " \"servingMode\": {\"servingType\": \"ON_DEMAND\", \"modelId\": \"meta.llama-3.3-70b-instruct\"},"
            + " \"chatRequest\": {\"apiFormat\": \"GENERIC\", \"messages\": [{\"role\": \"USER\","
            + " \"content\": [{\"type\": \"TEXT\", \"text\": \"Hello\"}]}]}}";
        HttpRequest request = HttpRequest.newBuilder()
            .uri(URI.create(HOST + "/20231130/actions/chat"))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + key)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(response.statusCode() + " " + response.body());
        }
        System.out.println(response.body());
    }
}
