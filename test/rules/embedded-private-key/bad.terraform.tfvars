private_key = "{{PEM_ESCAPED}}" # <- embedded-private-key
