package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"time"
)

const chatURL = "https://agent-runtime.generativeai.%s.oci.oraclecloud.com/20240531/agentEndpoints/%s/actions/chat"

type chat struct {
	Message string `json:"userMessage"`
}

type caller struct {
	http   *http.Client
	apiKey string
}

func newCaller() *caller {
	return &caller{http: &http.Client{Timeout: 30 * time.Second}, apiKey: os.Getenv("OCI_GENAI_API_KEY")}
}

func ask(endpoint, text string) (*http.Response, error) {
	body, err := json.Marshal(chat{Message: text})
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequest(http.MethodPost, fmt.Sprintf(chatURL, "us-chicago-1", endpoint), bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Authorization", "Bearer "+os.Getenv("OCI_GENAI_API_KEY"))
	return http.DefaultClient.Do(req) // <- agent-with-genai-key
}

func (c *caller) sessions(ctx context.Context) error {
	req, _ := http.NewRequestWithContext(ctx, "POST", "https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531/agentEndpoints/x/sessions", nil)
	req.Header = http.Header{"Authorization": {"Bearer " + c.apiKey}}
	resp, err := c.http.Do(req) // <- agent-with-genai-key
	if err == nil {
		defer resp.Body.Close()
	}
	return err
}
