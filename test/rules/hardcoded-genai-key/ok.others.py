import os

from openai import OpenAI

OCI_GENAI_API_KEY = os.environ["OCI_GENAI_API_KEY"]
proper = OpenAI(api_key="{{SK}}")
elsewhere = OpenAI(base_url="https://api.example.org/v1", api_key="{{SK}}")
oci_placeholder = "sk-REPLACE_ME"
oci_short = "sk-1234"
oci_typed = "sk-123456789012345678901234567890123456789012345678"
oci_task = "batch-task-environment-configuration-with-a-long-name"
oci_x = "sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
OPENAI_API_KEY = "{{SK}}"
