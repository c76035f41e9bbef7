import os

import oci

ESCAPED = os.environ["OCI_CLI_KEY_CONTENT"]
WRAPPED = os.environ["OCI_CLI_KEY_CONTENT_2"]
config = {"key_content": os.environ["OCI_CLI_KEY_CONTENT_3"], "region": "us-chicago-1"}
