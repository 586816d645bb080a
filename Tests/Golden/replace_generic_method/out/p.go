//line /in/p.go:1:1
package p

import _ /*line :3:8*/"strings"

type T[K any] struct{}

func (T[K]) F() K {
//line /patch/example.com/p/patch.go:4:22

	var a K/*line :5:9*/
	return a

//line /in/p.go:10:1
}
