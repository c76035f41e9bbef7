package main

import (
	"os"
	"path/filepath"
)

func token() ([]byte, error) {
	home, err := os.UserHomeDir()
	if err != nil {
		return nil, err
	}
	// ~/.oci/sessions/DEFAULT/token
	return os.ReadFile(filepath.Join(home, ".oci", "sessions", "DEFAULT", "token"))
}
