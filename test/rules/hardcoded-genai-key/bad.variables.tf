variable "genai_api_key" {
  default = "{{SK}}" # <- hardcoded-genai-key
  type    = string
}
