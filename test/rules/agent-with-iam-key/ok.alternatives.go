package agents

import (
	"os"

	"github.com/oracle/oci-go-sdk/v65/common"
	"github.com/oracle/oci-go-sdk/v65/common/auth"
	"github.com/oracle/oci-go-sdk/v65/generativeaiagentruntime"
)

func client() (generativeaiagentruntime.GenerativeAiAgentRuntimeClient, error) {
	if os.Getenv("OCI_RESOURCE_PRINCIPAL_VERSION") != "" {
		provider, err := auth.ResourcePrincipalConfigurationProvider()
		if err != nil {
			return generativeaiagentruntime.GenerativeAiAgentRuntimeClient{}, err
		}
		return generativeaiagentruntime.NewGenerativeAiAgentRuntimeClientWithConfigurationProvider(provider)
	}
	return generativeaiagentruntime.NewGenerativeAiAgentRuntimeClientWithConfigurationProvider(common.DefaultConfigProvider())
}
