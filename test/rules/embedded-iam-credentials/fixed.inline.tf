provider "oci" {
  tenancy_ocid     = var.tenancy_ocid
  user_ocid        = var.user_ocid # who signs
  fingerprint      = var.fingerprint
  private_key_path = "~/.oci/key.pem"
}

variable "user_ocid" {
  type = string
}

variable "tenancy_ocid" {
  type = string
}

variable "fingerprint" {
  type      = string
  sensitive = true
}
