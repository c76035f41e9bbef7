package main

import (
	"net/http"
	"os"

	"github.com/openai/openai-go"
	"github.com/openai/openai-go/option"
)

const host = "https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1"

var client = openai.NewClient(
	option.WithBaseURL(host),
	option.WithAPIKey(os.Getenv("OCI_GENAI_API_KEY")),
)

func models() (*http.Response, error) {
	req, _ := http.NewRequest("GET", host+"/models", nil)
	req.Header.Set("Authorization", "Bearer "+os.Getenv("OCI_GENAI_API_KEY"))
	return http.DefaultClient.Do(req)
}
