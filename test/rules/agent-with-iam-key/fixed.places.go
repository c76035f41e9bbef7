package main

import "github.com/oracle/oci-go-sdk/v65/common"
import "github.com/oracle/oci-go-sdk/v65/generativeaiagentruntime"
import "github.com/oracle/oci-go-sdk/v65/common/auth"
import "os"

const profile = "chicago-agents"

func provider() (common.ConfigurationProvider, error) {
	return ociProviderChicagoAgentsBad()
}

func fromProfile() error {
	found, err := provider()
	if err != nil {
		return err
	}
	_, err = generativeaiagentruntime.NewGenerativeAiAgentRuntimeClientWithConfigurationProvider(found)
	return err
}

func fromFile() error {
	found, err := ociProviderEtcOciConfigBad()
	if err != nil {
		return err
	}
	_, err = generativeaiagentruntime.NewGenerativeAiAgentRuntimeClientWithConfigurationProvider(found)
	return err
}

func inRegion(tenancy, user, fingerprint, key string) error {
	raw := ociInRegionBad{mustProviderBad(ociProviderBad()), "us-chicago-1"}
	_, err := generativeaiagentruntime.NewGenerativeAiAgentRuntimeClientWithConfigurationProvider(raw)
	return err
}

func main() { println(fromProfile(), fromFile(), inRegion("", "", "", "")) }

// ociProviderChicagoAgentsBad gives a principal on OCI, a session token (oci session authenticate) on this machine.
func ociProviderChicagoAgentsBad() (common.ConfigurationProvider, error) {
	switch {
	case os.Getenv("KUBERNETES_SERVICE_HOST") != "" && os.Getenv("OCI_RESOURCE_PRINCIPAL_RPST") == "":
		return auth.OkeWorkloadIdentityConfigurationProvider()
	case os.Getenv("OCI_RESOURCE_PRINCIPAL_VERSION") != "":
		return auth.ResourcePrincipalConfigurationProvider()
	case os.Getenv("OCI_USE_INSTANCE_PRINCIPAL") != "":
		return auth.InstancePrincipalConfigurationProvider()
	}
	profile := os.Getenv("OCI_CLI_PROFILE")
	if profile == "" {
		profile = "chicago-agents"
	}
	return common.CustomProfileSessionTokenConfigProvider("", profile), nil
}

// ociProviderEtcOciConfigBad gives a principal on OCI, a session token (oci session authenticate) on this machine.
func ociProviderEtcOciConfigBad() (common.ConfigurationProvider, error) {
	switch {
	case os.Getenv("KUBERNETES_SERVICE_HOST") != "" && os.Getenv("OCI_RESOURCE_PRINCIPAL_RPST") == "":
		return auth.OkeWorkloadIdentityConfigurationProvider()
	case os.Getenv("OCI_RESOURCE_PRINCIPAL_VERSION") != "":
		return auth.ResourcePrincipalConfigurationProvider()
	case os.Getenv("OCI_USE_INSTANCE_PRINCIPAL") != "":
		return auth.InstancePrincipalConfigurationProvider()
	}
	profile := os.Getenv("OCI_CLI_PROFILE")
	if profile == "" {
		profile = "DEFAULT"
	}
	return common.CustomProfileSessionTokenConfigProvider("/etc/oci/config", profile), nil
}

// ociProviderBad gives a principal on OCI, a session token (oci session authenticate) on this machine.
func ociProviderBad() (common.ConfigurationProvider, error) {
	switch {
	case os.Getenv("KUBERNETES_SERVICE_HOST") != "" && os.Getenv("OCI_RESOURCE_PRINCIPAL_RPST") == "":
		return auth.OkeWorkloadIdentityConfigurationProvider()
	case os.Getenv("OCI_RESOURCE_PRINCIPAL_VERSION") != "":
		return auth.ResourcePrincipalConfigurationProvider()
	case os.Getenv("OCI_USE_INSTANCE_PRINCIPAL") != "":
		return auth.InstancePrincipalConfigurationProvider()
	}
	profile := os.Getenv("OCI_CLI_PROFILE")
	if profile == "" {
		profile = "DEFAULT"
	}
	return common.CustomProfileSessionTokenConfigProvider("", profile), nil
}

// mustProviderBad ends the program where the principal cannot be had: nothing can be signed then.
func mustProviderBad(provider common.ConfigurationProvider, err error) common.ConfigurationProvider {
	if err != nil {
		panic(err)
	}
	return provider
}

// ociInRegionBad keeps the region that clients of a provider work in.
type ociInRegionBad struct {
	common.ConfigurationProvider
	region string
}

func (provider ociInRegionBad) Region() (string, error) {
	return provider.region, nil
}

func (provider ociInRegionBad) Refreshable() bool {
	refreshable, ok := provider.ConfigurationProvider.(common.RefreshableConfigurationProvider)
	return ok && refreshable.Refreshable()
}
