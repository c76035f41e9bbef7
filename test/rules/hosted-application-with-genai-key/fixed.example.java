import okhttp3.Request;
import com.oracle.bmc.auth.BasicAuthenticationDetailsProvider;
import com.oracle.bmc.auth.InstancePrincipalsAuthenticationDetailsProvider;
import com.oracle.bmc.auth.ResourcePrincipalAuthenticationDetailsProvider;
import com.oracle.bmc.auth.SessionTokenAuthenticationDetailsProvider;
import com.oracle.bmc.auth.okeworkloadidentity.OkeWorkloadIdentityAuthenticationDetailsProvider;
import com.oracle.bmc.http.signing.DefaultRequestSigner;
import com.oracle.bmc.http.signing.RequestSigner;
import okhttp3.RequestBody;

class Hosted {
  Request request() {
    String host = "https://inference.generativeai.us-chicago-1.oci.oraclecloud.com";
    return OciOkHttpBad.sign(new Request.Builder()
        .url(host + "/20251112/hostedApplicationsIam/ocid1.x/actions/invoke/run"));
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
