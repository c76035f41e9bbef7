import os

import oci


def handler(ctx, data):
    path = os.path.join(os.path.dirname(__file__), "oci_config")
    try:
        config = oci.config.from_file(path, "DEFAULT")  # <- workload-with-iam-key
        topics = oci.ons.NotificationDataPlaneClient(config)
        streams = oci.streaming.StreamClient(config, service_endpoint="https://cell-1.streaming.example.com")
        return topics, streams
    except oci.exceptions.ServiceError:
        return oci.monitoring.MonitoringClient(oci.config.from_file())  # <- workload-with-iam-key
