#!/usr/bin/env bash
export OCI_CLI_AUTH=instance_principal

oci generative-ai-agent agent list --compartment-id "$COMPARTMENT" --all
oci generative-ai-agent agent list --auth security_token
OCI_CLI_AUTH=resource_principal oci generative-ai-agent agent list
run() {
  oci generative-ai-agent-runtime chat --session-id "$1" --auth "$AUTH"
  oci "${OPTIONS[@]}" generative-ai-agent agent list
}
unset OCI_CLI_AUTH
oci os bucket list --auth api_key
oci generative-ai-inference chat-result chat --auth api_key
oci raw-request --http-method GET --target-uri "https://objectstorage.us-chicago-1.oraclecloud.com/n"
oci --help
run "$@"
