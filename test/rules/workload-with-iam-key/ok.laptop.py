import oci

config = oci.config.from_file()
client = oci.ons.NotificationDataPlaneClient(config)
