resource "docker_container" "ask" {
  name  = "ask"
  image = "ask"
  env   = ["LOG=info", "OCI_GENAI_API_KEY=${var.oci_genai_api_key}"]
}

variable "oci_genai_api_key" {
  type      = string
  sensitive = true
}
