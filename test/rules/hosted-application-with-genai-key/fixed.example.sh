# Principal on OCI, session token (oci session authenticate) on this machine.
oci_auth() {
  if [ -n "${KUBERNETES_SERVICE_HOST:-}" ] && [ -z "${OCI_RESOURCE_PRINCIPAL_RPST:-}" ]; then
    echo oke_workload_identity
  elif [ -n "${OCI_RESOURCE_PRINCIPAL_VERSION:-}" ]; then
    echo resource_principal
  elif [ -n "${OCI_USE_INSTANCE_PRINCIPAL:-}" ]; then
    echo instance_principal
  else
    echo security_token
  fi
}

oci raw-request --auth "$(oci_auth)" --http-method GET --target-uri "https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/20251112/hostedApplicationsIam/$APP/actions/invoke/run" | jq -n 'input.data'
