//line /in/p.go:1:1
package p

type T struct{

//line /patch/example.com/p/a.go:4:15
 a int 

//line /patch/example.com/p/b.go:4:15
 b int 
//line /in/p.go:3:15
}
