using Oci.Common.Auth;

class Keys
{
    const string Header = "-----BEGIN PRIVATE KEY-----";
    const string Placeholder = @"-----BEGIN PRIVATE KEY-----
<paste your key here>
-----END PRIVATE KEY-----";
    static readonly FilePrivateKeySupplier Supplier = new FilePrivateKeySupplier("~/.oci/oci_api_key.pem", null);
}
