package main

import "github.com/oracle/oci-go-sdk/v65/common"

const key /* <- embedded-private-key */ = `{{PEM}}`

var escaped = "{{PEM_ESCAPED}}" // <- embedded-private-key

func provider(tenancy, user, fingerprint string) common.ConfigurationProvider {
	return common.NewRawConfigurationProvider(tenancy, user, "us-chicago-1", fingerprint, key, nil)
}
