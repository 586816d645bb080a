//line /in/p.go:1:1
package p

func F() {
//line x.go:9223372036854775807
	f()

//line /patch/example.com/p/x.go:5:26

	println()


//line /in/p.go:5:5

//line y.go:1073741824
	f()

//line /patch/example.com/p/x.go:5:26

	println()


//line y.go:1073741824

}

func f() {}
