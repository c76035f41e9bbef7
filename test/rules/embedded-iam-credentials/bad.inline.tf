provider "oci" {
  tenancy_ocid     = "{{TENANCY_OCID}}"
  user_ocid        = "{{USER_OCID}}" # who signs
  fingerprint      = "{{FINGERPRINT}}" # <- embedded-iam-credentials
  private_key_path = "~/.oci/key.pem"
}

variable "user_ocid" {
  type = string
}
