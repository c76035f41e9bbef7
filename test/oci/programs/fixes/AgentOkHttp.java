import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

public class AgentOkHttp {
    private static final String ENDPOINT =
        "https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531/agentEndpoints/"
            + "ocid1.genaiagentendpoint.oc1.us-chicago-1.exampleuniqueid";
    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
    private static final OkHttpClient CLIENT = new OkHttpClient();

    public static void main(String[] args) throws IOException {
        String key = System.getenv("OCI_GENAI_API_KEY");
        if (key == null || key.isEmpty()) {
            throw new IllegalStateException("OCI_GENAI_API_KEY is not set");
        }
        RequestBody body = RequestBody.create("{\"displayName\": \"tour à pied\"}", JSON);
        Request session = new Request.Builder()
            .url(ENDPOINT + "/sessions")
            .addHeader("Authorization", "Bearer " + key)
            .post(body)
            .build();
        String id = send(session).replaceAll("(?s).*\"id\":\\s*\"([^\"]+)\".*", "$1");

        Request.Builder chat = new Request.Builder().url(ENDPOINT + "/actions/chat");
        chat.header("Authorization", "Bearer " + key);
        chat.header("Content-Type", "application/json");
        chat.post(RequestBody.create("{\"userMessage\": \"Hello\", \"sessionId\": \"" + id + "\"}", null));
        System.out.println(send(chat.build()));

        send(new Request.Builder()
            .url(ENDPOINT + "/sessions/" + id)
            .header("Authorization", "Bearer " + key)
            .build());
        send(new Request.Builder()
            .url(ENDPOINT + "/sessions/" + id)
            .header("Authorization", "Bearer " + key)
            .delete()
            .build());
    }

    private static String send(Request request) throws IOException {
        try (Response response = CLIENT.newCall(request).execute()) {
            String text = response.body().string();
            if (!response.isSuccessful()) {
                throw new IllegalStateException(response.code() + " " + text);
            }
            return text;
        }
    }
}
