using Oci.Common.Auth;

class Keys
{
    static readonly string Escaped = System.Environment.GetEnvironmentVariable("OCI_CLI_KEY_CONTENT");
    static readonly string Verbatim = System.Environment.GetEnvironmentVariable("OCI_CLI_KEY_CONTENT");
    static readonly PrivateKeySupplier Supplier = new(System.Environment.GetEnvironmentVariable("OCI_CLI_KEY_CONTENT_2"));
}
