from oracle.adk import Agent, AgentClient as Kit  # <- retired-endpoint-or-package

client = Kit()  # <- agent-with-iam-key
agent = Agent(client=client, agent_endpoint_id="ocid1.genaiagentendpoint.oc1..example")
