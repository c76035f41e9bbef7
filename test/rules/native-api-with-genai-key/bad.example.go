package main

import (
	"net/http"
	"os"
)

const host = `https://inference.generativeai.us-chicago-1.oci.oraclecloud.com`

func chat() (*http.Response, error) {
	client := &http.Client{}
	req, err := http.NewRequest("POST", host+"/20231130/actions/chat", nil)
	if err != nil {
		return nil, err
	}
	req.Header.Add("authorization", "Bearer "+os.Getenv("OCI_GENAI_API_KEY"))
	return client.Do(req) // <- native-api-with-genai-key
}
