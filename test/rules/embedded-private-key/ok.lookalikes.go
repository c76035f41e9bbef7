package main

import (
	"os"
	"strings"
)

const placeholder = `-----BEGIN RSA PRIVATE KEY-----
PrivateKeyGoesHere
-----END RSA PRIVATE KEY-----`

func isKey(text string) bool { return strings.HasPrefix(text, "-----BEGIN PRIVATE KEY-----") }

func key() string { return os.Getenv("OCI_PRIVATE_KEY") }
