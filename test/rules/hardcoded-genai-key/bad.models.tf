locals {
  genai_api_key = "{{SK}}" # <- hardcoded-genai-key
}
