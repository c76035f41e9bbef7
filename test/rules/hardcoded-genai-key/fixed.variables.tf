variable "genai_api_key" {
  sensitive = true
  type      = string
}
