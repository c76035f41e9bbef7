package main

import (
	"os"

	"github.com/openai/openai-go"
	"github.com/openai/openai-go/option"
)

// Key: ocid1.generativeaiapikey.oc1.eu-frankfurt-1.amaaaaaaexample
var client = openai.NewClient( // <- region-mismatch
	option.WithBaseURL("https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1"),
	option.WithAPIKey(os.Getenv("OCI_GENAI_API_KEY")),
)
