package p

func F() {
//line x.go:9223372036854775807
	f()
//line y.go:1073741824
	f()
}

func f() {}
