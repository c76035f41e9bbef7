using Oci.Common.Auth;

class Keys
{
    const string Escaped = "{{PEM_ESCAPED}}"; // <- embedded-private-key
    static readonly string Verbatim /* <- embedded-private-key */ = @"{{PEM}}";
    static readonly PrivateKeySupplier Supplier = new("{{PEM_BASE64}}"); // <- embedded-private-key
}
