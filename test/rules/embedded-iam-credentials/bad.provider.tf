variable "user" {
  default = "{{USER_OCID}}"
}
variable "print" {
  default = "{{FINGERPRINT}}" # <- embedded-iam-credentials
}
provider "oci" {
  tenancy_ocid         = "{{TENANCY_OCID}}"
  user_ocid            = var.user
  fingerprint          = var.print
  private_key_path     = var.path
  private_key_password = "correct-horse-9" # <- embedded-iam-credentials
}
