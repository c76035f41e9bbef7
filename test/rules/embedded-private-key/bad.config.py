import oci

ESCAPED = "{{PEM_ESCAPED}}"  # <- embedded-private-key
WRAPPED = "{{PEM_BASE64}}"  # <- embedded-private-key
config = {"key_content": "{{PEM_BODY}}", "region": "us-chicago-1"}  # <- embedded-private-key
