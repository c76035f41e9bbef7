package main

import (
	"os"

	"github.com/oracle/oci-go-sdk/v65/common"
)

func provider() common.ConfigurationProvider {
	return common.NewRawConfigurationProvider(
		os.Getenv("OCI_CLI_TENANCY"),
		os.Getenv("OCI_CLI_USER"),
		"us-chicago-1",
		os.Getenv("OCI_CLI_FINGERPRINT"),
		os.Getenv("OCI_KEY"),
		nil,
	)
}
