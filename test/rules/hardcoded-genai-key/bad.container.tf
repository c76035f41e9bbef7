resource "docker_container" "ask" {
  name  = "ask"
  image = "ask"
  env   = ["LOG=info", "OCI_GENAI_API_KEY={{SK}}"] # <- hardcoded-genai-key
}
