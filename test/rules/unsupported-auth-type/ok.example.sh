oci generative-ai-agent agent list --auth instance_principal
oci generative-ai-agent agent list --auth "${AUTH:-security_token}"
kubectl --auth whatever
