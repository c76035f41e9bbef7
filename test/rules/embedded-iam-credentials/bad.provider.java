import com.oracle.bmc.auth.SimpleAuthenticationDetailsProvider;
import com.oracle.bmc.auth.SimplePrivateKeySupplier;

class Identity {
  SimpleAuthenticationDetailsProvider provider() {
    return SimpleAuthenticationDetailsProvider.builder()
        .tenantId("{{TENANCY_OCID}}")
        .userId("{{USER_OCID}}")
        .fingerprint("{{FINGERPRINT}}") // <- embedded-iam-credentials
        .privateKeySupplier(new SimplePrivateKeySupplier("/keys/oci.pem"))
        .build();
  }
}
