token = open("~/.oci/sessions/DEFAULT/token").read()  # <- unexpanded-token-path
