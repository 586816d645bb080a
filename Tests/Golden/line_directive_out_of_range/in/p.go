package p

func F() {
	f()
//line y.go:1073741824
	f()
}

func f() {}
