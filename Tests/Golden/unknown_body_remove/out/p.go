//line /in/p.go:1:1
package p

import _ /*line :3:8*/"fmt"

type T struct{}

/*line :10:2*/
