#!/bin/sh
docker run --rm -e LOG=info -e OCI_GENAI_API_KEY={{SK}} ask # <- hardcoded-genai-key
docker run --rm --env "OCI_GENAI_API_KEY={{SK}}" ask # <- hardcoded-genai-key
