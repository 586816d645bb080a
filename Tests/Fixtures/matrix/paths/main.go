// Paths imports packages with unusual import paths, each of which is patched as it is itself.
package main

import (
	"example.com/app/paths/assets"
	"example.com/app/paths/internal/deep"
	paths "example.com/app/paths/v2"
	"example.com/app/paths/x.v3"
)

func main() { println(text(), paths.Text(), x.Text(), deep.Text(), assets.Text()) }

func text() string { return "plain" }
