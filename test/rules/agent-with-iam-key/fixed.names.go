package svc

import (
	stdos "os"

	"github.com/oracle/oci-go-sdk/v65/common"
	ociauth "github.com/oracle/oci-go-sdk/v65/common/auth"
	rt "github.com/oracle/oci-go-sdk/v65/generativeaiagentruntime"
)

func auth() {}

func open(os string) (rt.GenerativeAiAgentRuntimeClient, error) {
	auth()
	provider := mustProviderBad(ociProviderBad()) // of the user
	return rt.NewGenerativeAiAgentRuntimeClientWithConfigurationProvider(provider)
}

// ociProviderBad gives a principal on OCI, a session token (oci session authenticate) on this machine.
func ociProviderBad() (common.ConfigurationProvider, error) {
	switch {
	case stdos.Getenv("KUBERNETES_SERVICE_HOST") != "" && stdos.Getenv("OCI_RESOURCE_PRINCIPAL_RPST") == "":
		return ociauth.OkeWorkloadIdentityConfigurationProvider()
	case stdos.Getenv("OCI_RESOURCE_PRINCIPAL_VERSION") != "":
		return ociauth.ResourcePrincipalConfigurationProvider()
	case stdos.Getenv("OCI_USE_INSTANCE_PRINCIPAL") != "":
		return ociauth.InstancePrincipalConfigurationProvider()
	}
	profile := stdos.Getenv("OCI_CLI_PROFILE")
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
