//line /in/p.go:1:1
package p

var calls int

func None() {
//line /patch/example.com/p/patch.go:4:13
{ calls++ }

//line /in/p.go:5:14
}

func Empty() {
//line /patch/example.com/p/patch.go:7:14
{
}

//line /in/p.go:7:15

}
