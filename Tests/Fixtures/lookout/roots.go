//go:build go1.25

package main

import "os"

func roots() {
	root, err := os.OpenRoot(".")
	show("OpenRoot", err)
	if err != nil {
		return
	}
	show("Root.WriteFile", root.WriteFile("below", nil, 0o666))
	_, err = root.ReadFile("below")
	show("Root.ReadFile", err)
	show("Root.Rename", root.Rename("below", "other"))
	show("Root.Remove", root.Remove("other"))
}
