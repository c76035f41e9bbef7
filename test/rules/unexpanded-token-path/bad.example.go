package main

import "os"

var token, err = os.ReadFile("~/.oci/sessions/DEFAULT/token") // <- unexpanded-token-path
