//line /in/p.go:1:1
package p

import _ "embed"

/*line :5:17*/
var a string = 
//line /patch/example.com/p/patch.go:4:9
"x"
//line /in/p.go:6:13


var (
	/*line :9:18*/

	// b is read.
	b []byte = 
//line /patch/example.com/p/patch.go:7:9
[]byte("y")
//line /in/p.go:12:10


	//go:embed c.txt
	c []byte
)

/*line :18:17*/

/*line :20:13*/
