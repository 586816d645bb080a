//line /in/p.go:1:1
package p

import _ /*line :3:8*/"os"

// F is.
//
/*line :7:14*/
/*line :8:24*/

var _/*line :10:6*/, b = 1, 2

type (
	/*line :13:7*/
	U int
)
