package main

import "github.com/oracle/oci-go-sdk/v65/common"
import "github.com/oracle/oci-go-sdk/v65/generativeaiagentruntime"

const profile = "chicago-agents"

func provider() (common.ConfigurationProvider, error) {
	return common.ConfigurationProviderFromFileWithProfile("~/.oci/config", profile, "")
}

func fromProfile() error {
	found, err := provider()
	if err != nil {
		return err
	}
	_, err = generativeaiagentruntime.NewGenerativeAiAgentRuntimeClientWithConfigurationProvider(found) // <- agent-with-iam-key
	return err
}

func fromFile() error {
	found, err := common.ConfigurationProviderFromFile("/etc/oci/config", "")
	if err != nil {
		return err
	}
	_, err = generativeaiagentruntime.NewGenerativeAiAgentRuntimeClientWithConfigurationProvider(found) // <- agent-with-iam-key
	return err
}

func inRegion(tenancy, user, fingerprint, key string) error {
	raw := common.NewRawConfigurationProvider(tenancy, user, "us-chicago-1", fingerprint, key, nil)
	_, err := generativeaiagentruntime.NewGenerativeAiAgentRuntimeClientWithConfigurationProvider(raw) // <- agent-with-iam-key
	return err
}

func main() { println(fromProfile(), fromFile(), inRegion("", "", "", "")) }
