package p

var calls int

func F(
	a int, // the first
) { // begins here
	println(a)
}

func G() { /* nothing
here */
}
