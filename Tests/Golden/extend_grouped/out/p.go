//line /in/p.go:1:1
package p

type (
	S struct{ x int }
	// T is in a group.
	T struct {
		y S
	

//line /patch/example.com/p/patch.go:5:11
 a int 
//line /in/p.go:8:2
}
)
