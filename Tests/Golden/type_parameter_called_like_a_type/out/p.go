//line /in/p.go:1:1
package p

import a "hash"

func Key[Hash a.Hash](h func() Hash, sum *[4]byte) {
//line /patch/example.com/p/patch.go:6:52
{ _ = h/*line :6:62*/() }

//line /in/p.go:5:53
}
