FROM python:3.12-slim AS build
RUN mkdir -p /root/.oci && echo "$CONFIG" > /root/.oci/config # <- image-with-oci-config
RUN cp config /root/.oci/ && echo done # <- image-with-oci-config
FROM python:3.12-slim
COPY --from=build --chown=app "/root/.oci" "<- image-with-oci-config"
ADD keys/oci_api_key.pem "<- image-with-oci-config"
COPY config /root/.oci # <- image-with-oci-config
