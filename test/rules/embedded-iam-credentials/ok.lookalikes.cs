using Oci.Common.Auth;

var provider = new SimpleAuthenticationDetailsProvider
{
    TenantId = Environment.GetEnvironmentVariable("OCI_TENANCY"),
    UserId = "ocid1.user.oc1..somefakeuserocid",
    Fingerprint = "somefakefingerprint",
    PrivateKeySupplier = new FilePrivateKeySupplier("~/.oci/oci_api_key.pem", null),
};
