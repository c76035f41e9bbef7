#!/bin/sh
docker login iad.ocir.io -u "$OCIR_USER" -p "$OCIR_TOKEN"
echo "$OCIR_TOKEN" | docker login iad.ocir.io -u space/user --password-stdin
docker login iad.ocir.io -u space/user -p '<auth token>'
