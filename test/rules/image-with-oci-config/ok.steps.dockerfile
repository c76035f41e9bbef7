FROM python:3.12-slim
# Mount ~/.oci for local runs: docker run -v ~/.oci:/root/.oci:ro
RUN mkdir -p /root/.oci
RUN --mount=type=secret,id=oci,target=/root/.oci/config python check.py
ENV OCI_CONFIG_FILE=/root/.oci/config
COPY src /app
COPY oci_api_key_public.pem /app/
