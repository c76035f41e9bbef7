import com.oracle.bmc.Region;
import com.oracle.bmc.auth.BasicAuthenticationDetailsProvider;
import com.oracle.bmc.auth.ConfigFileAuthenticationDetailsProvider;
import com.oracle.bmc.auth.InstancePrincipalsAuthenticationDetailsProvider;
import com.oracle.bmc.auth.ResourcePrincipalAuthenticationDetailsProvider;
import com.oracle.bmc.auth.SessionTokenAuthenticationDetailsProvider;
import com.oracle.bmc.auth.okeworkloadidentity.OkeWorkloadIdentityAuthenticationDetailsProvider;
import com.oracle.bmc.generativeai.GenerativeAiClient;
import com.oracle.bmc.generativeai.requests.ListModelsRequest;
import com.oracle.bmc.generativeaiinference.GenerativeAiInferenceClient;
import com.oracle.bmc.generativeaiinference.model.ChatDetails;
import com.oracle.bmc.generativeaiinference.model.GenericChatRequest;
import com.oracle.bmc.generativeaiinference.model.OnDemandServingMode;
import com.oracle.bmc.generativeaiinference.requests.ChatRequest;
import com.oracle.bmc.http.signing.DefaultRequestSigner;
import com.oracle.bmc.http.signing.RequestSigner;
import com.oracle.bmc.identity.IdentityClient;
import com.oracle.bmc.identity.requests.ListRegionsRequest;
import com.oracle.bmc.model.BmcException;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.errors.OpenAIServiceException;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calls every plane with one method and prints, line by line, what each answered. */
public final class EveryPlane {
  private static final String METHOD = System.getenv("METHOD");
  private static final String COMPARTMENT = System.getenv("COMPARTMENT");
  private static final String DOMAIN = "us-chicago-1.oci.oraclecloud.com";
  private static final String INFERENCE = "https://inference.generativeai." + DOMAIN;
  private static final String MODEL = "meta.llama-3.3-70b-instruct";
  private static final String COMPLETION = "{\"model\":\"" + MODEL + "\",\"messages\":[]}";
  private static final Set<String> CLIENT_PLANES = Set.of("inference-native", "genai-management", "other-oci");
  /** What java.net.http sets by itself and refuses to be told. */
  private static final Set<String> RESTRICTED = Set.of("host", "content-length");

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private record Operation(String verb, String url, String body) {}

  private interface Call {
    void make() throws Exception;
  }

  private interface Authorization {
    Map<String, String> of(Operation operation, Map<String, List<String>> headers);
  }

  private static final class StatusException extends Exception {
    final int status;

    StatusException(int status) {
      this.status = status;
    }
  }

  private static Map<String, Operation> operations() {
    Map<String, Operation> all = new LinkedHashMap<>();
    all.put("inference-native", new Operation("POST", INFERENCE + "/20231130/actions/chat", "{}"));
    all.put("inference-openai", new Operation("POST", INFERENCE + "/openai/v1/chat/completions", COMPLETION));
    String runtime = "https://agent-runtime.generativeai." + DOMAIN + "/20240531/agentEndpoints/";
    String sessions = runtime + System.getenv("AGENT_ENDPOINT") + "/sessions";
    all.put("agent-runtime", new Operation("POST", sessions, "{}"));
    String agents = "https://agent.generativeai." + DOMAIN + "/20240531/agents?compartmentId=" + COMPARTMENT;
    all.put("agent-management", new Operation("GET", agents, null));
    String management = "https://generativeai." + DOMAIN + "/20231130";
    all.put("genai-management", new Operation("GET", management + "/models", null));
    all.put("vector-stores", new Operation("GET", management + "/openai/v1/vector_stores", null));
    String sql = INFERENCE + "/20260325/semanticStores/store/actions/generateSqlFromNl";
    all.put("nl2sql", new Operation("POST", sql, "{}"));
    String hosted = "https://application.generativeai." + DOMAIN + "/20251112/hostedApplications/";
    String byDomain = hosted + System.getenv("HOSTED_APPLICATION") + "/actions/invoke/ask";
    all.put("hosted-application-oauth", new Operation("POST", byDomain, "{}"));
    String byIam = INFERENCE + "/20251112/hostedApplicationsIam/" + System.getenv("HOSTED_APPLICATION_IAM");
    all.put("hosted-application-iam", new Operation("POST", byIam + "/actions/invoke/ask", "{}"));
    all.put("other-oci", new Operation("GET", "https://identity." + DOMAIN + "/20160918/regions", null));
    return all;
  }

  private static BasicAuthenticationDetailsProvider provider() throws Exception {
    return switch (METHOD) {
      case "iam-api-key" -> new ConfigFileAuthenticationDetailsProvider("DEFAULT");
      case "session-token" -> new SessionTokenAuthenticationDetailsProvider("SESSION");
      case "instance-principal" -> InstancePrincipalsAuthenticationDetailsProvider.builder().build();
      case "resource-principal" -> ResourcePrincipalAuthenticationDetailsProvider.builder().build();
      case "oke-workload-identity" -> OkeWorkloadIdentityAuthenticationDetailsProvider.builder().build();
      case "delegation-token" -> new ConfigFileAuthenticationDetailsProvider("DELEGATION");
      default -> throw new IllegalArgumentException(METHOD);
    };
  }

  private static void report(String plane, String via, Call call) {
    String status = "200";
    try {
      call.make();
    } catch (StatusException error) {
      status = Integer.toString(error.status);
    } catch (OpenAIServiceException error) {
      status = Integer.toString(error.statusCode());
    } catch (BmcException error) {
      status = error.getStatusCode() > 0 ? Integer.toString(error.getStatusCode()) : quoted(error);
    } catch (Exception error) {
      status = quoted(error);
    }
    System.out.println("{\"plane\":\"" + plane + "\",\"via\":\"" + via + "\",\"status\":" + status + "}");
  }

  private static String quoted(Exception error) {
    return '"' + error.toString().replace("\\", "/").replace("\"", "'").replace("\n", " ") + '"';
  }

  private static void send(Operation operation, Authorization authorization) throws Exception {
    Map<String, List<String>> headers = new HashMap<>();
    headers.put("opc-compartment-id", List.of(COMPARTMENT));
    headers.put("content-type", List.of("application/json"));
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(operation.url()));
    request.header("opc-compartment-id", COMPARTMENT);
    Map<String, String> added = new HashMap<>(Map.of("content-type", "application/json"));
    authorization.of(operation, headers).forEach((name, value) -> added.put(name.toLowerCase(), value));
    added.forEach((name, value) -> {
      if (!RESTRICTED.contains(name)) request.header(name, value);
    });
    HttpRequest.BodyPublisher body = operation.body() == null
        ? HttpRequest.BodyPublishers.noBody()
        : HttpRequest.BodyPublishers.ofString(operation.body());
    HttpResponse<String> reply =
        HTTP.send(request.method(operation.verb(), body).build(), HttpResponse.BodyHandlers.ofString());
    if (reply.statusCode() >= 300) throw new StatusException(reply.statusCode());
  }

  private static void withProvider(BasicAuthenticationDetailsProvider provider) {
    ChatDetails details = ChatDetails.builder()
        .compartmentId(COMPARTMENT)
        .servingMode(OnDemandServingMode.builder().modelId(MODEL).build())
        .chatRequest(GenericChatRequest.builder().messages(List.of()).build())
        .build();
    report("inference-native", "generativeaiinference", () -> {
      try (var client = GenerativeAiInferenceClient.builder().region(Region.US_CHICAGO_1).build(provider)) {
        client.chat(ChatRequest.builder().chatDetails(details).build());
      }
    });
    report("genai-management", "generativeai", () -> {
      try (var client = GenerativeAiClient.builder().region(Region.US_CHICAGO_1).build(provider)) {
        client.listModels(ListModelsRequest.builder().compartmentId(COMPARTMENT).build());
      }
    });
    report("other-oci", "identity", () -> {
      try (var client = IdentityClient.builder().region(Region.US_CHICAGO_1).build(provider)) {
        client.listRegions(ListRegionsRequest.builder().build());
      }
    });
    // Only the SDK's own clients sign a delegation token.
    if (METHOD.equals("delegation-token")) return;
    RequestSigner signer = DefaultRequestSigner.createRequestSigner(provider);
    operations().forEach((plane, operation) -> {
      if (CLIENT_PLANES.contains(plane)) return;
      report(plane, "signed HTTP", () -> send(operation, (target, headers) ->
          signer.signRequest(URI.create(target.url()), target.verb(), headers, target.body())));
    });
  }

  private static void complete(String apiKey) {
    OpenAIClient client = OpenAIOkHttpClient.builder()
        .baseUrl(INFERENCE + "/openai/v1")
        .apiKey(apiKey)
        .maxRetries(0)
        .build();
    client.chat().completions().create(
        ChatCompletionCreateParams.builder().model(MODEL).addUserMessage("Hi").build());
    client.close();
  }

  private static void withBearer(String token) {
    operations().forEach((plane, operation) -> {
      if (plane.equals("inference-openai")) {
        report(plane, "openai", () -> complete(token));
        return;
      }
      report(plane, "HTTP", () ->
          send(operation, (target, headers) -> Map.of("authorization", "Bearer " + token)));
    });
  }

  private static String accessToken() throws Exception {
    String client = System.getenv("OCI_DOMAIN_CLIENT_ID") + ":" + System.getenv("OCI_DOMAIN_CLIENT_SECRET");
    String basic = Base64.getEncoder().encodeToString(client.getBytes(StandardCharsets.UTF_8));
    HttpRequest request = HttpRequest.newBuilder(URI.create(System.getenv("OCI_DOMAIN_URL") + "/oauth2/v1/token"))
        .header("authorization", "Basic " + basic)
        .header("content-type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&scope=app"))
        .build();
    String answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
    Matcher match = Pattern.compile("\"access_token\":\"([^\"]+)\"").matcher(answer);
    if (!match.find()) throw new IllegalStateException("no access token");
    return match.group(1);
  }

  public static void main(String[] arguments) throws Exception {
    switch (METHOD) {
      case "genai-api-key" -> withBearer(System.getenv("OCI_GENAI_API_KEY"));
      case "idcs-oauth" -> withBearer(accessToken());
      default -> withProvider(provider());
    }
    System.exit(0);
  }
}
