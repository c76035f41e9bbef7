import os

token = open(os.path.expanduser("~/.oci/sessions/DEFAULT/token")).read()
