package main

import (
	"os"

	"github.com/oracle/oci-go-sdk/v65/common"
)

func provider() common.ConfigurationProvider {
	return common.NewRawConfigurationProvider(
		"{{TENANCY_OCID}}",
		"{{USER_OCID}}",
		"us-chicago-1",
		"{{FINGERPRINT}}", // <- embedded-iam-credentials
		os.Getenv("OCI_KEY"),
		nil,
	)
}
