import os

import oci

TENANCY = "{{TENANCY_OCID}}"
config = {
    "user": os.environ["OCI_USER"],
    "tenancy": TENANCY,
    "fingerprint": os.environ["OCI_FINGERPRINT"],
    "key_file": "~/.oci/key.pem",
    "pass_phrase": os.environ["OCI_PASS_PHRASE"],
}
template = {
    "user": "ocid1.user.oc1..example",
    "tenancy": "ocid1.tenancy.oc1..aaaaaaaabbbbbbbbccccccccddddddddeeeeeeeeffffffffgggggggg",
    "fingerprint": "aa:bb:cc:dd:ee:ff:00:11:22:33:44:55:66:77:88:99",
    "key_file": "<path to your key>",
    "pass_phrase": "<your pass phrase>",
}
ordered = {"user": "{{USER_OCID}}", "tenancy": TENANCY, "fingerprint": "12:34:56:78:90:ab:cd:ef:12:34:56:78:90:ab:cd:ef"}
