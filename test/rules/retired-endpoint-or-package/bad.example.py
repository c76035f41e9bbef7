from oci_openai import OciSessionAuth  # <- retired-endpoint-or-package
