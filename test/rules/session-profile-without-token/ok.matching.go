package main

import (
	"github.com/oracle/oci-go-sdk/v65/common"
	"github.com/oracle/oci-go-sdk/v65/generativeaiinference"
)

// Without a user in the profile this SDK signs with its token.
func main() {
	_, _ = generativeaiinference.NewGenerativeAiInferenceClientWithConfigurationProvider(common.CustomProfileConfigProvider("", "AGENTS"))
	_, _ = generativeaiinference.NewGenerativeAiInferenceClientWithConfigurationProvider(common.CustomProfileSessionTokenConfigProvider("", "AGENTS"))
}
