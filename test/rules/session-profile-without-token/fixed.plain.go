package main

import (
	"github.com/oracle/oci-go-sdk/v65/common"
	"github.com/oracle/oci-go-sdk/v65/generativeaiinference"
)

func main() {
	provider := common.CustomProfileConfigProvider("", "DEFAULT")
	_, _ = generativeaiinference.NewGenerativeAiInferenceClientWithConfigurationProvider(provider)
}
