variable "fingerprint" {
  description = "Of the key that signs"
  type        = string
  sensitive   = true
}

variable "user_ocid" {
  type = string
}

variable "tenancy_ocid" {
  type = string

  validation {
    condition = true
  }
}

provider "oci" {
  private_key_path = var.path
}
