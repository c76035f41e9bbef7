import os

import oci

USER = os.environ["OCI_CLI_USER"]
config = {
    "user": USER,
    "tenancy": os.environ["OCI_CLI_TENANCY"],
    "fingerprint": os.environ["OCI_CLI_FINGERPRINT"],
    "key_file": "/keys/oci.pem",
    "region": "us-chicago-1",
}
signer = oci.signer.Signer(
    os.environ["OCI_CLI_TENANCY"],
    os.environ["OCI_CLI_USER"],
    os.environ["OCI_CLI_FINGERPRINT"],
    "/keys/oci.pem",
)
profile = {"key_file": "/keys/oci.pem", "pass_phrase": os.environ["OCI_CLI_PASSPHRASE"]}
