package main

import "github.com/oracle/oci-go-sdk/v65/common"
import "os"

var key = os.Getenv("OCI_CLI_KEY_CONTENT")

var escaped = os.Getenv("OCI_CLI_KEY_CONTENT")

func provider(tenancy, user, fingerprint string) common.ConfigurationProvider {
	return common.NewRawConfigurationProvider(tenancy, user, "us-chicago-1", fingerprint, key, nil)
}
