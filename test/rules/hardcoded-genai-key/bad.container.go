package main

import (
	"os"
	"os/exec"
)

func ask() error {
	cmd := exec.Command("ask")
	cmd.Env = append(os.Environ(), "LOG=info", "OCI_GENAI_API_KEY={{SK}}") // <- hardcoded-genai-key
	return cmd.Run()
}
