package main

import (
	"github.com/oracle/oci-go-sdk/v65/common"
	"github.com/oracle/oci-go-sdk/v65/generativeaiinference"
)

// Of the host this SDK takes scheme and name, and puts its own path behind them.
func client() (generativeaiinference.GenerativeAiInferenceClient, error) {
	client, err := generativeaiinference.NewGenerativeAiInferenceClientWithConfigurationProvider(common.DefaultConfigProvider())
	client.Host = "https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/20231130"
	return client, err
}
