// Package assets embeds a file, by a pattern that is relative to this one's folder.
package assets

import _ "embed"

//go:embed asset.txt
var asset string

// Text is what the file holds.
func Text() string { return asset }
