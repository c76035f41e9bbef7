import com.oracle.bmc.auth.SimpleAuthenticationDetailsProvider;
import com.oracle.bmc.auth.StringPrivateKeySupplier;

class Keys {
  private static final String ESCAPED = "{{PEM_ESCAPED}}"; // <- embedded-private-key
  private final StringPrivateKeySupplier supplier =
      new StringPrivateKeySupplier("{{PEM_ESCAPED}}"); // <- embedded-private-key

  SimpleAuthenticationDetailsProvider provider(String tenancy, String user, String fingerprint) {
    return SimpleAuthenticationDetailsProvider.builder()
        .tenantId(tenancy)
        .userId(user)
        .fingerprint(fingerprint)
        .privateKeySupplier(supplier)
        .build();
  }
}
