import os

import oci


def handler(ctx, data):
    path = os.path.join(os.path.dirname(__file__), "oci_config")
    try:
        topics = oci.ons.NotificationDataPlaneClient({}, signer=oci.auth.signers.get_resource_principals_signer())
        streams = oci.streaming.StreamClient({}, signer=oci.auth.signers.get_resource_principals_signer(), service_endpoint="https://cell-1.streaming.example.com")
        return topics, streams
    except oci.exceptions.ServiceError:
        return oci.monitoring.MonitoringClient({}, signer=oci.auth.signers.get_resource_principals_signer())
