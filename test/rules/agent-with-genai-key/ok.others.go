package main

import (
	"net/http"
	"os"

	"github.com/oracle/oci-go-sdk/v65/common"
	"github.com/oracle/oci-go-sdk/v65/common/auth"
)

const runtime = "https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531/agentEndpoints/x/sessions"

// Signed with a principal.
func signed() (*http.Response, error) {
	provider, err := auth.ResourcePrincipalConfigurationProvider()
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequest(http.MethodPost, runtime, nil)
	if err != nil {
		return nil, err
	}
	if err := common.DefaultRequestSigner(provider).Sign(req); err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}

// Whose token this is nobody can tell.
func forwarded(token string) {
	req, _ := http.NewRequest(http.MethodPost, runtime, nil)
	req.Header.Set("Authorization", "Bearer "+token)
	_, _ = http.DefaultClient.Do(req)
}

// Another host.
func elsewhere() {
	req, _ := http.NewRequest(http.MethodPost, "https://agent-runtime.example.com/20240531/chat", nil)
	req.Header.Set("Authorization", "Bearer "+os.Getenv("OCI_GENAI_API_KEY"))
	_, _ = http.DefaultClient.Do(req)
}

// The OpenAI-compatible path takes the key.
func models() {
	req, _ := http.NewRequest(http.MethodGet, "https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1/models", nil)
	req.Header.Set("Authorization", "Bearer "+os.Getenv("OCI_GENAI_API_KEY"))
	_, _ = http.DefaultClient.Do(req)
}
