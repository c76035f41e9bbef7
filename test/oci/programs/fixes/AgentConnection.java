import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;

public class AgentConnection {
    private static final String ENDPOINT =
        "https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531/agentEndpoints/"
            + "ocid1.genaiagentendpoint.oc1.us-chicago-1.exampleuniqueid";

    public static void main(String[] args) throws IOException {
        String created = open("{\"displayName\": \"tour à pied\"}");
        String id = created.replaceAll("(?s).*\"id\":\\s*\"([^\"]+)\".*", "$1");
        System.out.println(ask("{\"userMessage\": \"Hello\", \"sessionId\": \"" + id + "\"}"));
        System.out.println(read(id));
    }

    private static String open(String body) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) new URL(ENDPOINT + "/sessions").openConnection();
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setRequestProperty("Authorization", "Bearer " + System.getenv("OCI_GENAI_API_KEY"));
        connection.setDoOutput(true);
        // The service makes a name where this one is empty.
        try (OutputStream out = connection.getOutputStream()) {
            byte[] input = body.getBytes(StandardCharsets.UTF_8);
            out.write(input, 0, input.length);
        }
        try (InputStream in = connection.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int ask(String body) throws IOException {
        HttpURLConnection connection =
            (HttpURLConnection) new URL(ENDPOINT + "/actions/chat").openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + System.getenv("OCI_GENAI_API_KEY"));
        connection.setDoOutput(true);
        connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        int status = connection.getResponseCode();
        if (status >= 300) {
            throw new IllegalStateException(String.valueOf(status));
        }
        return status;
    }

    private static String read(String id) throws IOException {
        HttpURLConnection connection =
            (HttpURLConnection) new URL(ENDPOINT + "/sessions/" + id).openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + System.getenv("OCI_GENAI_API_KEY"));
        try (InputStream in = connection.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
