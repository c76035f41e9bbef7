import oci
from litellm import completion

config = oci.config.from_file()
answer = completion(
    model="oci/meta.llama-3.3-70b-instruct",
    messages=[{"role": "user", "content": "Hi"}],
    oci_region="us-chicago-1",
    oci_compartment_id="ocid1.compartment.oc1..example",
    oci_user=config["user"],
    oci_fingerprint=config["fingerprint"],
    oci_tenancy=config["tenancy"],
    oci_key_file=config["key_file"],
)
print(answer.choices[0].message.content)
