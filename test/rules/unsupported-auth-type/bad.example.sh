oci generative-ai-agent agent list --auth instance-principal # <- unsupported-auth-type
export OCI_CLI_AUTH=API_KEY # <- unsupported-auth-type
oci generative-ai-inference chat-result chat
