//line /in/p.go:1:1
package p

func F() {
	f()

//line /patch/example.com/p/x.go:5:26

	println()


//line /in/p.go:4:5

//line y.go:1073741824
	f()

//line /patch/example.com/p/x.go:5:26

	println()


//line y.go:1073741824

}

func f() {}
