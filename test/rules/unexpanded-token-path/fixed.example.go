package main

import "os"

var token, err = os.ReadFile(os.Getenv("HOME") + "/.oci/sessions/DEFAULT/token")
