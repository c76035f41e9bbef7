param([string]$AuthType = 'ApiKey')

$env:OCI_CLI_AUTH = 'instance_principal'
oci generative-ai-agent agent list --compartment-id $env:COMPARTMENT
Get-OCIGenerativeaiagentAgentsList -CompartmentId $env:COMPARTMENT -AuthType InstancePrincipal
Get-OCIGenerativeaiagentAgentsList -CompartmentId $env:COMPARTMENT -AuthType $AuthType
Invoke-OCIGenerativeaiinferenceChat -AuthType ApiKey
