Import-Module OCI.PSModules.Generativeaiagent

# Instance principal on Compute, session token (oci session authenticate) on this machine.
function Get-OciAuthCli {
  if ($env:OCI_USE_INSTANCE_PRINCIPAL) { 'instance_principal' } else { 'security_token' }
}

# Instance principal on Compute, session token (oci session authenticate) on this machine.
function Get-OciAuth {
  if ($env:OCI_USE_INSTANCE_PRINCIPAL) { 'InstancePrincipal' } else { 'SessionToken' }
}

Get-OCIGenerativeaiagentAgentsList -CompartmentId $env:COMPARTMENT -AuthType (Get-OciAuth)
$options = @{ AuthType = (Get-OciAuth); Region = 'us-chicago-1' }
$agents = Get-OCIGenerativeaiagentAgentEndpointsList @options
foreach ($agent in $agents) {
  $session = New-OCIGenerativeaiagentruntimeSession -AuthType (Get-OciAuth) -AgentEndpointId $agent.Id
  oci generative-ai-agent-runtime chat --session-id "$($session.Id)" --auth (Get-OciAuthCli)
}
