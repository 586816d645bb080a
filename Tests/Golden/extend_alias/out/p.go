//line /in/p.go:1:1
package p

type T = struct{ b int 

//line /patch/example.com/p/patch.go:4:15
 a int 
//line /in/p.go:3:24
}
