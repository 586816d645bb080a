//line /in/p.go:1:1
package p

func F() (err error) {
//line /patch/example.com/p/patch.go:4:17
 return nil 
//line /in/p.go:6:1
}
