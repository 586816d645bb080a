package p

import _ "embed"

//go:embed a.txt
var a string

var (
	//go:embed b.txt

	// b is read.
	b []byte

	//go:embed c.txt
	c []byte
)

//go:embed d.txt

var d string
