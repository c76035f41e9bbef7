import oci

USER = "{{USER_OCID}}"
config = {
    "user": USER,
    "tenancy": "{{TENANCY_OCID}}",
    "fingerprint": "{{FINGERPRINT}}",  # <- embedded-iam-credentials
    "key_file": "/keys/oci.pem",
    "region": "us-chicago-1",
}
signer = oci.signer.Signer(
    "{{TENANCY_OCID}}",
    "{{USER_OCID}}",
    "{{FINGERPRINT}}",  # <- embedded-iam-credentials
    "/keys/oci.pem",
)
profile = {"key_file": "/keys/oci.pem", "pass_phrase": "correct-horse-9"}  # <- embedded-iam-credentials
