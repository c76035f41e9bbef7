package main

import (
	"log"
	"os"
	"sync"

	"github.com/oracle/oci-go-sdk/v65/common"
	"github.com/oracle/oci-go-sdk/v65/common/auth"
	"github.com/oracle/oci-go-sdk/v65/generativeaiagent"
	"github.com/oracle/oci-go-sdk/v65/generativeaiagentruntime"
)

const profile = "DEFAULT"

var (
	once    sync.Once
	runtime generativeaiagentruntime.GenerativeAiAgentRuntimeClient
	shared  = mustProviderBad(ociProviderBad())
)

type Service struct {
	provider common.ConfigurationProvider
	region   string
	agents   generativeaiagent.GenerativeAiAgentClient
}

type Option func(*Service)

func direct() {
	client, err := generativeaiagentruntime.NewGenerativeAiAgentRuntimeClientWithConfigurationProvider(mustProviderBad(ociProviderBad()))
	if err != nil {
		log.Fatal(err)
	}
	client.SetRegion("us-chicago-1")
}

func fromProfile() (generativeaiagent.GenerativeAiAgentClient, error) {
	provider, err := ociProviderBad()
	if err != nil {
		return generativeaiagent.GenerativeAiAgentClient{}, err
	}
	return generativeaiagent.NewGenerativeAiAgentClientWithConfigurationProvider(provider)
}

func lazy() generativeaiagentruntime.GenerativeAiAgentRuntimeClient {
	once.Do(func() {
		var err error
		runtime, err = generativeaiagentruntime.NewGenerativeAiAgentRuntimeClientWithConfigurationProvider(shared)
		if err != nil {
			log.Fatal(err)
		}
	})
	return runtime
}

func NewService(region string, opts ...Option) (*Service, error) {
	raw := ociInRegionBad{mustProviderBad(ociProviderBad()), region}
	return &Service{provider: raw, region: region}, nil
}

func (s *Service) connect() (err error) {
	s.agents, err = generativeaiagent.NewGenerativeAiAgentClientWithConfigurationProvider(s.provider)
	return
}

func helper(provider common.ConfigurationProvider) {
	create := generativeaiagentruntime.NewGenerativeAiAgentRuntimeClientWithConfigurationProvider
	client, _ := create(provider)
	defer client.SetRegion("us-chicago-1")
}

func main() {
	helper(mustProviderBad(ociProviderBad()))
}

type Client struct {
	auth    common.ConfigurationProvider
	runtime *generativeaiagentruntime.GenerativeAiAgentRuntimeClient
}

type Setting func(*Client)

func WithProvider(p common.ConfigurationProvider) Setting {
	return func(c *Client) { c.auth = p }
}

func NewClient(settings ...Setting) *Client {
	c := &Client{}
	for _, apply := range settings {
		apply(c)
	}
	return c
}

func (c *Client) Open() error {
	client, err := generativeaiagentruntime.NewGenerativeAiAgentRuntimeClientWithConfigurationProvider(c.auth)
	c.runtime = &client
	return err
}

var configured = NewClient(WithProvider(mustProviderBad(ociProviderBad())))

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
