package main

import (
	"log"
	"os"
	"sync"

	"github.com/oracle/oci-go-sdk/v65/common"
	"github.com/oracle/oci-go-sdk/v65/generativeaiagent"
	"github.com/oracle/oci-go-sdk/v65/generativeaiagentruntime"
)

const profile = "DEFAULT"

var (
	once    sync.Once
	runtime generativeaiagentruntime.GenerativeAiAgentRuntimeClient
	shared  = common.DefaultConfigProvider()
)

type Service struct {
	provider common.ConfigurationProvider
	region   string
	agents   generativeaiagent.GenerativeAiAgentClient
}

type Option func(*Service)

func direct() {
	client, err := generativeaiagentruntime.NewGenerativeAiAgentRuntimeClientWithConfigurationProvider(common.DefaultConfigProvider()) // <- agent-with-iam-key
	if err != nil {
		log.Fatal(err)
	}
	client.SetRegion("us-chicago-1")
}

func fromProfile() (generativeaiagent.GenerativeAiAgentClient, error) {
	provider, err := common.ConfigurationProviderFromFileWithProfile("~/.oci/config", profile, "")
	if err != nil {
		return generativeaiagent.GenerativeAiAgentClient{}, err
	}
	return generativeaiagent.NewGenerativeAiAgentClientWithConfigurationProvider(provider) // <- agent-with-iam-key
}

func lazy() generativeaiagentruntime.GenerativeAiAgentRuntimeClient {
	once.Do(func() {
		var err error
		runtime, err = generativeaiagentruntime.NewGenerativeAiAgentRuntimeClientWithConfigurationProvider(shared) // <- agent-with-iam-key
		if err != nil {
			log.Fatal(err)
		}
	})
	return runtime
}

func NewService(region string, opts ...Option) (*Service, error) {
	raw := common.NewRawConfigurationProvider(os.Getenv("TENANCY"), os.Getenv("USER_OCID"), region, os.Getenv("FINGERPRINT"), os.Getenv("KEY"), nil)
	return &Service{provider: raw, region: region}, nil
}

func (s *Service) connect() (err error) {
	s.agents, err = generativeaiagent.NewGenerativeAiAgentClientWithConfigurationProvider(s.provider) // <- agent-with-iam-key
	return
}

func helper(provider common.ConfigurationProvider) {
	create := generativeaiagentruntime.NewGenerativeAiAgentRuntimeClientWithConfigurationProvider
	client, _ := create(provider) // <- agent-with-iam-key
	defer client.SetRegion("us-chicago-1")
}

func main() {
	helper(common.DefaultConfigProvider())
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
	client, err := generativeaiagentruntime.NewGenerativeAiAgentRuntimeClientWithConfigurationProvider(c.auth) // <- agent-with-iam-key
	c.runtime = &client
	return err
}

var configured = NewClient(WithProvider(common.DefaultConfigProvider()))
