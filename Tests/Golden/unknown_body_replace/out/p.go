//line /in/p.go:1:1
package p

import _ /*line :3:8*/"fmt"

type T struct{}

func (x T) M(p int) (int, error) {
//line /patch/example.com/p/patch.go:4:35
 return p/*line :4:44*/, nil 
//line /in/p.go:10:1
}
