//line /in/p.go:1:1
package p

type T[K any] struct{ y K 

//line /patch/example.com/p/patch.go:4:22
 x K/*line :4:26*/ 
//line /in/p.go:3:27
}
