package main

import (
	"net/http"
	"time"

	"github.com/openai/openai-go/v3"
	"github.com/openai/openai-go/v3/option"
)

const baseURL = "https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1"

func plain() openai.Client {
	return openai.NewClient(option.WithBaseURL(baseURL), option.WithAPIKey("not-used")) // <- dummy-key-without-auth
}

func patient() openai.Client {
	client := http.Client{Timeout: time.Minute}
	return openai.NewClient( // <- dummy-key-without-auth
		option.WithBaseURL(baseURL),
		option.WithAPIKey("unused"),
		option.WithHTTPClient(&client),
	)
}

func listed() openai.Client {
	options := []option.RequestOption{option.WithBaseURL(baseURL)}
	options = append(options, option.WithAPIKey("dummy"))
	return openai.NewClient(options...) // <- dummy-key-without-auth
}

func main() {
	plain()
	patient()
	listed()
}
