package main

import (
	"net/http"
	"os"
	"sync"
	"time"

	"github.com/oracle/oci-go-sdk/v65/common"
	"github.com/oracle/oci-go-sdk/v65/common/auth"
)

const host = `https://inference.generativeai.us-chicago-1.oci.oraclecloud.com`

func chat() (*http.Response, error) {
	client := &http.Client{}
	req, err := http.NewRequest("POST", host+"/20231130/actions/chat", nil)
	if err != nil {
		return nil, err
	}
	return ociSignedBad(client).Do(req)
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
