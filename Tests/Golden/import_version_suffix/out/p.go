//line /in/p.go:1:1
package p; import rand "math/rand/v2"/*line :1:10*/

import old "math/rand"

func F() {
//line /patch/example.com/p/patch.go:6:10
{ println(rand.Int()) }

//line /in/p.go:5:11
 println(old.Int()) }
