package main

import (
	"os"

	"github.com/sashabaranov/go-openai"
)

func client() *openai.Client {
	config := openai.DefaultConfig(os.Getenv("OCI_GENAI_API_KEY"))
	config.BaseURL = "https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/20231130/actions/v1"
	return openai.NewClientWithConfig(config) // <- retired-endpoint-or-package
}
