import java.net.URI;
import java.net.http.HttpRequest;
import com.oracle.bmc.auth.BasicAuthenticationDetailsProvider;
import com.oracle.bmc.auth.InstancePrincipalsAuthenticationDetailsProvider;
import com.oracle.bmc.auth.ResourcePrincipalAuthenticationDetailsProvider;
import com.oracle.bmc.auth.SessionTokenAuthenticationDetailsProvider;
import com.oracle.bmc.auth.okeworkloadidentity.OkeWorkloadIdentityAuthenticationDetailsProvider;
import com.oracle.bmc.http.signing.DefaultRequestSigner;
import com.oracle.bmc.http.signing.RequestSigner;

class Native {
  HttpRequest chat(String body) {
    return OciSignedBad.sign(HttpRequest.newBuilder()
        .uri(URI.create("https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/20231130/actions/chat"))
        .POST(HttpRequest.BodyPublishers.ofString(body)), body);
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
final class OciSignedBad {
  private static final RequestSigner SIGNER =
    DefaultRequestSigner.createRequestSigner(OciProviderBad.choose());

  private OciSignedBad() {}

  static HttpRequest sign(HttpRequest.Builder builder, String body) {
    if (!builder.build().headers().firstValue("content-type").isPresent()) {
      builder.setHeader("content-type", "application/json");
    }
    HttpRequest request = builder.build();
    SIGNER.signRequest(request.uri(), request.method(), request.headers().map(), body).forEach((name, value) -> {
      // The client sets these two itself.
      if (!name.equalsIgnoreCase("host") && !name.equalsIgnoreCase("content-length")) builder.setHeader(name, value);
    });
    return builder.build();
  }
}
