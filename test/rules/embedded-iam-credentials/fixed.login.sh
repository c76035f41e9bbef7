#!/bin/sh
docker login iad.ocir.io -u 'space/user@here.org' -p "${OCI_AUTH_TOKEN:?}"
echo "${OCI_AUTH_TOKEN:?}" | docker login iad.ocir.io -u space/user --password-stdin
