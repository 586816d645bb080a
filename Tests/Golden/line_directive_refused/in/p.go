package p

func F() {
//line x.go:9223372036854775807
	f()
}

func f() {}
