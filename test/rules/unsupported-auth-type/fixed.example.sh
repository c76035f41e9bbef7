oci generative-ai-agent agent list --auth instance_principal
export OCI_CLI_AUTH=api_key
oci generative-ai-inference chat-result chat
