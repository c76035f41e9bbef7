package main

import (
	"context"
	"io"

	fdk "github.com/fnproject/fdk-go"
	"github.com/oracle/oci-go-sdk/v65/common"
	"github.com/oracle/oci-go-sdk/v65/generativeaiinference"
)

func main() {
	fdk.Handle(fdk.HandlerFunc(handle))
}

func handle(ctx context.Context, in io.Reader, out io.Writer) {
	provider, err := common.ConfigurationProviderFromFile("/function/config", "") // <- workload-with-iam-key
	if err != nil {
		panic(err)
	}
	_, _ = generativeaiinference.NewGenerativeAiInferenceClientWithConfigurationProvider(provider)
}
