package main

import (
	"github.com/oracle/oci-go-sdk/v65/common/auth"
	"github.com/oracle/oci-go-sdk/v65/generativeaiinference"
)

func client() (generativeaiinference.GenerativeAiInferenceClient, error) {
	provider, err := auth.InstancePrincipalConfigurationProvider()
	if err != nil {
		return generativeaiinference.GenerativeAiInferenceClient{}, err
	}
	return generativeaiinference.NewGenerativeAiInferenceClientWithConfigurationProvider(provider) // <- wrong-principal-for-workload
}
