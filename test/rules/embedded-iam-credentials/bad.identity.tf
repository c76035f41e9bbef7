variable "fingerprint" {
  description = "Of the key that signs"
  type        = string
  default     = "{{FINGERPRINT}}" # <- embedded-iam-credentials
}

variable "user_ocid" {
  type    = string
  default = "{{USER_OCID}}"
}

variable "tenancy_ocid" {
  default = "{{TENANCY_OCID}}"
  type    = string

  validation {
    condition = true
  }
}

provider "oci" {
  private_key_path = var.path
}
