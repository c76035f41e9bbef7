package main

import (
	"net/http"
	"os"

	"github.com/oracle/oci-go-sdk/v65/common"
	"github.com/oracle/oci-go-sdk/v65/generativeaiinference"
)

func compatible() (*http.Response, error) {
	req, err := http.NewRequest("POST", "https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1/chat/completions", nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+os.Getenv("OCI_GENAI_API_KEY"))
	return http.DefaultClient.Do(req)
}

func native() (client generativeaiinference.GenerativeAiInferenceClient, err error) {
	client, err = generativeaiinference.NewGenerativeAiInferenceClientWithConfigurationProvider(common.DefaultConfigProvider())
	if err != nil {
		return
	}
	client.Host = "https://inference.generativeai.us-chicago-1.oci.oraclecloud.com"
	return
}
