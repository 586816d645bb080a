//line /in/p.go:1:1
package p

import _ /*line /in/p.go:3:8*/"os"

// F is.
//
/*line /in/p.go:7:14*/
/*line /in/p.go:8:24*/

var _/*line /in/p.go:10:6*/, b = 1, 2

type (
	/*line /in/p.go:13:7*/
	U int
)
