package main

import (
	"os"

	"github.com/openai/openai-go"
	"github.com/openai/openai-go/option"
)

// Oracle is not meant by this key.
var elsewhere = openai.NewClient(option.WithAPIKey("{{SK}}"))

var client = openai.NewClient(
	option.WithBaseURL("https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1"),
	option.WithAPIKey(os.Getenv("OCI_GENAI_API_KEY")),
)
