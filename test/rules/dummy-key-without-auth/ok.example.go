package main

import (
	"net/http"
	"os"

	"github.com/openai/openai-go/v2"
	"github.com/openai/openai-go/v2/option"
	"github.com/oracle/oci-go-sdk/v65/common"
	"github.com/sashabaranov/go-openai/internal/other"
)

const baseURL = "https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1"

type signing struct {
	signer common.HTTPRequestSigner
	next   http.RoundTripper
}

func (s *signing) RoundTrip(req *http.Request) (*http.Response, error) {
	if err := s.signer.Sign(req); err != nil {
		return nil, err
	}
	return s.next.RoundTrip(req)
}

func signed(provider common.ConfigurationProvider) openai.Client {
	client := &http.Client{Transport: &signing{signer: common.DefaultRequestSigner(provider), next: http.DefaultTransport}}
	return openai.NewClient(option.WithBaseURL(baseURL), option.WithAPIKey("not-used"), option.WithHTTPClient(client))
}

func middleware(sign option.Middleware) openai.Client {
	return openai.NewClient(option.WithBaseURL(baseURL), option.WithAPIKey("not-used"), option.WithMiddleware(sign))
}

func keyed() openai.Client {
	return openai.NewClient(option.WithBaseURL(baseURL), option.WithAPIKey(os.Getenv("OCI_GENAI_API_KEY")))
}

func local(more ...option.RequestOption) {
	_ = openai.NewClient(option.WithBaseURL("http://localhost:11434/v1"), option.WithAPIKey("not-used"))
	_ = openai.NewClient(append(more, option.WithBaseURL(baseURL), option.WithAPIKey("not-used"))...)
	_ = other.New(baseURL, "not-used")
}
