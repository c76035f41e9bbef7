Get-OCIGenerativeaiModelsList -AuthType ResourcePrincipal # <- unsupported-auth-type
oci generative-ai model list --auth resourceprincipal # <- unsupported-auth-type
