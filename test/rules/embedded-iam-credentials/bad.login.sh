#!/bin/sh
docker login iad.ocir.io -u 'space/user@here.org' -p 'k]j64r(1sJSSF-;)K8' # <- embedded-iam-credentials
echo 'k]j64r(1sJSSF-;)K8' | docker login iad.ocir.io -u space/user --password-stdin # <- embedded-iam-credentials
