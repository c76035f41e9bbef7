import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import com.oracle.bmc.auth.BasicAuthenticationDetailsProvider;
import com.oracle.bmc.auth.InstancePrincipalsAuthenticationDetailsProvider;
import com.oracle.bmc.auth.ResourcePrincipalAuthenticationDetailsProvider;
import com.oracle.bmc.auth.SessionTokenAuthenticationDetailsProvider;
import com.oracle.bmc.auth.okeworkloadidentity.OkeWorkloadIdentityAuthenticationDetailsProvider;
import com.oracle.bmc.http.signing.DefaultRequestSigner;
import com.oracle.bmc.http.signing.RequestSigner;

class OkAgents {
  private static final String BASE = "https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531";
  private static final MediaType JSON = MediaType.get("application/json");
  private final OkHttpClient client = new OkHttpClient();

  String chat(String id, String json) throws java.io.IOException {
    RequestBody body = RequestBody.create(json, JSON);
    Request request =
        OciOkHttpBad.sign(new Request.Builder()
            .url(BASE + "/agentEndpoints/" + id + "/actions/chat")
            .addHeader("Accept", "application/json")
            .post(body));
    return client.newCall(request).execute().body().string();
  }

  Request later(String id) {
    Request.Builder builder = new Request.Builder().url(BASE + "/agentEndpoints/" + id + "/sessions");
    builder.method("POST", RequestBody.create(JSON, "{}"));
    return OciOkHttpBad.sign(builder);
  }

  Request read(String id) {
    return OciOkHttpBad.sign(new Request.Builder()
        .url(BASE + "/agentEndpoints/" + id)
        .get());
  }
}

final class OciProviderBad {
  private OciProviderBad() {}

  /** Principal on OCI, session token (oci session authenticate) on this machine. */
  static BasicAuthenticationDetailsProvider choose() {
    // The provider of OKE comes with oci-java-sdk-addons-oke-workload-identity.
    if (has("KUBERNETES_SERVICE_HOST") && !has("OCI_RESOURCE_PRINCIPAL_RPST")) {
      return OkeWorkloadIdentityAuthenticationDetailsProvider.builder().build();
    }
    if (has("OCI_RESOURCE_PRINCIPAL_VERSION")) {
      return ResourcePrincipalAuthenticationDetailsProvider.builder().build();
    }
    if (has("OCI_USE_INSTANCE_PRINCIPAL")) {
      return InstancePrincipalsAuthenticationDetailsProvider.builder().build();
    }
    String profile = has("OCI_CLI_PROFILE") ? System.getenv("OCI_CLI_PROFILE") : "DEFAULT";
    try {
      return new SessionTokenAuthenticationDetailsProvider(profile);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static boolean has(String variable) {
    String value = System.getenv(variable);
    return value != null && !value.isEmpty();
  }
}

/** Signs requests to OCI. */
final class OciOkHttpBad {
  private static final RequestSigner SIGNER =
    DefaultRequestSigner.createRequestSigner(OciProviderBad.choose());

  private OciOkHttpBad() {}

  static Request sign(Request.Builder builder) {
    Request request = builder.build();
    RequestBody body = request.body();
    if (body != null && body.contentType() != null) {
      // The client sends this type, whatever the header says.
      request = request.newBuilder().header("content-type", body.contentType().toString()).build();
    }
    Request.Builder signed = request.newBuilder();
    SIGNER.signRequest(request.url().uri(), request.method(), request.headers().toMultimap(), textOf(body))
      .forEach(signed::header);
    return signed.build();
  }

  private static String textOf(RequestBody body) {
    okio.Buffer content = new okio.Buffer();
    try {
      if (body != null) body.writeTo(content);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return content.size() == 0 ? null : content.readUtf8();
  }
}
