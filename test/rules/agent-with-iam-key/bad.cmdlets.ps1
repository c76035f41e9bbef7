Import-Module OCI.PSModules.Generativeaiagent

Get-OCIGenerativeaiagentAgentsList -CompartmentId $env:COMPARTMENT -AuthType ApiKey # <- agent-with-iam-key
$options = @{ AuthType = 'apikey'; Region = 'us-chicago-1' }
$agents = Get-OCIGenerativeaiagentAgentEndpointsList @options # <- agent-with-iam-key
foreach ($agent in $agents) {
  $session = New-OCIGenerativeaiagentruntimeSession -AgentEndpointId $agent.Id # <- agent-with-iam-key
  oci generative-ai-agent-runtime chat --session-id "$($session.Id)" --auth api_key # <- agent-with-iam-key
}
