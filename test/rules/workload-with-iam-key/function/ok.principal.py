import os

import oci


def handler(ctx, data):
    if os.getenv("OCI_RESOURCE_PRINCIPAL_VERSION"):
        signer = oci.auth.signers.get_resource_principals_signer()
        config = {}
    else:
        config = oci.config.from_file()
        signer = oci.signer.Signer.from_config(config)
    return oci.ons.NotificationDataPlaneClient(config, signer=signer)
