import oci

AGENT = "ComputeInstanceAgentClient"
config = oci.config.from_file()
print(config["region"])
