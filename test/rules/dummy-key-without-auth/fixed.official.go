package main

import (
	"net/http"
	"os"
	"sync"
	"time"

	"github.com/openai/openai-go/v3"
	"github.com/openai/openai-go/v3/option"
	"github.com/oracle/oci-go-sdk/v65/common"
	"github.com/oracle/oci-go-sdk/v65/common/auth"
)

const baseURL = "https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1"

func plain() openai.Client {
	return openai.NewClient(option.WithBaseURL(baseURL), option.WithAPIKey("not-used"), option.WithHTTPClient(ociSignedBad(http.DefaultClient)))
}

func patient() openai.Client {
	client := http.Client{Timeout: time.Minute}
	return openai.NewClient(
		option.WithBaseURL(baseURL),
		option.WithAPIKey("unused"),
		option.WithHTTPClient(ociSignedBad(&client)),
	)
}

func listed() openai.Client {
	options := []option.RequestOption{option.WithBaseURL(baseURL)}
	options = append(options, option.WithAPIKey("dummy"))
	return openai.NewClient(append(options, option.WithHTTPClient(ociSignedBad(http.DefaultClient)))...)
}

func main() {
	plain()
	patient()
	listed()
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

// ociSignedBad gives a client that signs its requests to OCI.
func ociSignedBad(client *http.Client) *http.Client {
	copied := *client
	next := client.Transport
	if next == nil {
		next = http.DefaultTransport
	}
	copied.Transport = ociSigningBad{ociSignerBad(), next}
	return &copied
}

var ociSignerBad = sync.OnceValue(func() common.HTTPRequestSigner {
	return common.DefaultRequestSigner(mustProviderBad(ociProviderBad()))
})

// ociSigningBad signs what another client sends.
type ociSigningBad struct {
	signer common.HTTPRequestSigner
	next   http.RoundTripper
}

func (transport ociSigningBad) RoundTrip(request *http.Request) (*http.Response, error) {
	request = request.Clone(request.Context())
	request.Header.Del("Authorization")
	request.Header.Set("Date", time.Now().UTC().Format(http.TimeFormat))
	if request.Header.Get("Content-Type") == "" {
		request.Header.Set("Content-Type", "application/json")
	}
	if err := transport.signer.Sign(request); err != nil {
		return nil, err
	}
	return transport.next.RoundTrip(request)
}
