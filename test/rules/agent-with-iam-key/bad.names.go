package svc

import (
	"github.com/oracle/oci-go-sdk/v65/common"
	rt "github.com/oracle/oci-go-sdk/v65/generativeaiagentruntime"
)

func auth() {}

func open(os string) (rt.GenerativeAiAgentRuntimeClient, error) {
	auth()
	provider := common.DefaultConfigProvider() // of the user
	return rt.NewGenerativeAiAgentRuntimeClientWithConfigurationProvider(provider) // <- agent-with-iam-key
}
