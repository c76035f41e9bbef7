variable "user" {
}
variable "print" {
  sensitive = true
}
provider "oci" {
  tenancy_ocid         = var.tenancy_ocid
  user_ocid            = var.user
  fingerprint          = var.print
  private_key_path     = var.path
  private_key_password = var.private_key_password
}

variable "tenancy_ocid" {
  type = string
}

variable "private_key_password" {
  type      = string
  sensitive = true
}
