package main

import (
	"net/http"

	"github.com/openai/openai-go"
	"github.com/openai/openai-go/option"
)

const host = "https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1"

var client = openai.NewClient(
	option.WithBaseURL(host),
	option.WithAPIKey("{{SK}}"), // <- hardcoded-genai-key
)

func models() (*http.Response, error) {
	req, _ := http.NewRequest("GET", host+"/models", nil)
	req.Header.Set("Authorization", "Bearer {{SK}}") // <- hardcoded-genai-key
	return http.DefaultClient.Do(req)
}
