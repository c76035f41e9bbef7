package main

import (
	"net/http"
	"time"

	"github.com/openai/openai-go/v2"
	"github.com/openai/openai-go/v2/option"
	other "github.com/sashabaranov/go-openai"
	chain "github.com/tmc/langchaingo/llms/openai"
)

const baseURL = "https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1"

func official() {
	_ = openai.NewClient(option.WithBaseURL(baseURL), option.WithAPIKey("not-used")) // <- dummy-key-without-auth
	patient := &http.Client{Timeout: time.Minute}
	_ = openai.NewClient(option.WithBaseURL(baseURL), option.WithAPIKey("unused"), option.WithHTTPClient(patient)) // <- dummy-key-without-auth
	options := []option.RequestOption{option.WithBaseURL(baseURL)}
	options = append(options, option.WithAPIKey("dummy"))
	_ = openai.NewClient(options...) // <- dummy-key-without-auth
}

func community() *other.Client {
	config := other.DefaultConfig("not-needed")
	config.BaseURL = baseURL
	return other.NewClientWithConfig(config) // <- dummy-key-without-auth
}

func langchain() (*chain.LLM, error) {
	return chain.New(chain.WithToken("dummy"), chain.WithBaseURL(baseURL), chain.WithModel("x")) // <- dummy-key-without-auth
}
