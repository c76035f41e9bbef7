locals {
  genai_api_key = var.genai_api_key
}

variable "genai_api_key" {
  type      = string
  sensitive = true
}
