from oci.addons.adk import Agent, AgentClient

client = AgentClient(auth_type="api_key", profile="DEFAULT", region="us-chicago-1")
agent = Agent(client=client, agent_endpoint_id="ocid1.genaiagentendpoint.oc1.us-chicago-1.example")
agent.setup()
print(agent.run("Hi").data["message"]["content"]["text"])
