package main

import (
	"os"
	"os/exec"
)

func ask() error {
	cmd := exec.Command("ask")
	cmd.Env = append(os.Environ(), "LOG=info", "OCI_GENAI_API_KEY="+os.Getenv("OCI_GENAI_API_KEY"))
	return cmd.Run()
}
