#!/bin/sh
docker run --rm -e LOG=info -e OCI_GENAI_API_KEY="${OCI_GENAI_API_KEY:?}" ask
docker run --rm --env "OCI_GENAI_API_KEY=${OCI_GENAI_API_KEY:?}" ask
