package main

import (
	"fmt"
	"net/http"
	"os"
)

func invoke(id string) (*http.Response, error) {
	url := fmt.Sprintf("https://application.generativeai.us-chicago-1.oci.oraclecloud.com/20251112/hostedApplications/%s/actions/invoke/run", id)
	req, err := http.NewRequest(http.MethodPost, url, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", fmt.Sprintf("Bearer %s", os.Getenv("OCI_GENAI_API_KEY")))
	return new(http.Client).Do(req) // <- hosted-application-with-genai-key
}
