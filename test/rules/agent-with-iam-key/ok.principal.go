package main

import (
	"context"
	"fmt"
	"os"

	"github.com/oracle/oci-go-sdk/v65/common"
	ociauth "github.com/oracle/oci-go-sdk/v65/common/auth"
	"github.com/oracle/oci-go-sdk/v65/generativeaiagent"
	"github.com/oracle/oci-go-sdk/v65/generativeaiagentruntime"
	"github.com/oracle/oci-go-sdk/v65/objectstorage"
)

const profile = "AGENTS"

// Someone else's package with the same names.
type common2 struct{}

func (common2) DefaultConfigProvider() common.ConfigurationProvider { return nil }

// A principal stands beside the key: the program chooses where it runs.
func choose(kind string) (provider common.ConfigurationProvider, err error) {
	switch kind {
	case "instance":
		provider, err = ociauth.InstancePrincipalConfigurationProvider()
	case "file":
		provider = common.CustomProfileConfigProvider("", profile)
	default:
		return nil, fmt.Errorf("unknown: %s", kind)
	}
	return
}

func chosen() error {
	if provider, err := choose(os.Getenv("AUTH")); err == nil {
		if _, err := generativeaiagentruntime.NewGenerativeAiAgentRuntimeClientWithConfigurationProvider(provider); err != nil {
			return err
		}
	}
	return nil
}

func composed(ctx context.Context) {
	instance, _ := ociauth.InstancePrincipalConfigurationProvider()
	both, err := common.ComposingConfigurationProvider([]common.ConfigurationProvider{instance, common.ConfigurationProviderEnvironmentVariables("OCI", "")})
	if err != nil {
		panic(err)
	}
	_, _ = generativeaiagent.NewGenerativeAiAgentClientWithConfigurationProvider(both)
}

func principals() {
	instance, err := ociauth.InstancePrincipalConfigurationProvider()
	if err != nil {
		panic(err)
	}
	_, _ = generativeaiagentruntime.NewGenerativeAiAgentRuntimeClientWithConfigurationProvider(instance)
	workload, _ := ociauth.OkeWorkloadIdentityConfigurationProvider()
	_, _ = generativeaiagent.NewGenerativeAiAgentClientWithConfigurationProvider(workload)
	session := common.CustomProfileSessionTokenConfigProvider("", profile)
	_, _ = generativeaiagent.NewGenerativeAiAgentClientWithConfigurationProvider(session)
}

// Other services take the key.
func storage() {
	_, _ = objectstorage.NewObjectStorageClientWithConfigurationProvider(common.DefaultConfigProvider())
}

func unknown(provider common.ConfigurationProvider) {
	_, _ = generativeaiagent.NewGenerativeAiAgentClientWithConfigurationProvider(provider)
	var fake common2
	_, _ = generativeaiagent.NewGenerativeAiAgentClientWithConfigurationProvider(fake.DefaultConfigProvider())
}
