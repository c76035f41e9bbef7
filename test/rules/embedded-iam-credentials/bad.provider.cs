using Oci.Common;
using Oci.Common.Auth;

var provider = new SimpleAuthenticationDetailsProvider
{
    TenantId = "{{TENANCY_OCID}}",
    UserId = "{{USER_OCID}}",
    Fingerprint = "{{FINGERPRINT}}", // <- embedded-iam-credentials
    Region = Region.US_CHICAGO_1,
    PrivateKeySupplier = new FilePrivateKeySupplier("/keys/oci.pem", null),
};
var later = new SimpleAuthenticationDetailsProvider();
later.TenantId = "{{TENANCY_OCID}}";
later.UserId = "{{USER_OCID}}";
later.Fingerprint = "{{FINGERPRINT}}"; // <- embedded-iam-credentials
later.PrivateKeySupplier = new FilePrivateKeySupplier("/keys/oci.pem", null);
