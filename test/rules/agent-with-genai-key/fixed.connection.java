import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import com.oracle.bmc.auth.BasicAuthenticationDetailsProvider;
import com.oracle.bmc.auth.InstancePrincipalsAuthenticationDetailsProvider;
import com.oracle.bmc.auth.ResourcePrincipalAuthenticationDetailsProvider;
import com.oracle.bmc.auth.SessionTokenAuthenticationDetailsProvider;
import com.oracle.bmc.auth.okeworkloadidentity.OkeWorkloadIdentityAuthenticationDetailsProvider;
import com.oracle.bmc.http.signing.DefaultRequestSigner;
import com.oracle.bmc.http.signing.RequestSigner;

class Connections {
  private static final String BASE = "https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531";

  int chat(String id, String json) throws Exception {
    HttpURLConnection conn = (HttpURLConnection) new URL(BASE + "/agentEndpoints/" + id + "/actions/chat").openConnection();
    conn.setRequestMethod("POST");
    conn.setRequestProperty("Content-Type", "application/json");
    conn.setDoOutput(true);
    OciConnectionBad.sign(conn, json);
    try (OutputStream os = conn.getOutputStream()) {
      byte[] input = json.getBytes(StandardCharsets.UTF_8);
      os.write(input, 0, input.length);
    }
    return conn.getResponseCode();
  }

  int read(String id) throws Exception {
    HttpURLConnection conn = (HttpURLConnection) new URL(BASE + "/agentEndpoints/" + id).openConnection();
    OciConnectionBad.sign(conn, null);
    if (conn.getResponseCode() != 200) {
      throw new IllegalStateException(conn.getResponseMessage());
    }
    return 200;
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
final class OciConnectionBad {
  private static final RequestSigner SIGNER =
    DefaultRequestSigner.createRequestSigner(OciProviderBad.choose());

  private OciConnectionBad() {}

  /** For a connection that has all its other headers; it sets those that describe the body itself. */
  static void sign(HttpURLConnection connection, String body) {
    String set = connection.getRequestMethod();
    String method = body != null && set.equals("GET") ? "POST" : set;
    URI uri = URI.create(connection.getURL().toString());
    SIGNER.signRequest(uri, method, connection.getRequestProperties(), body)
      .forEach(connection::setRequestProperty);
  }
}
