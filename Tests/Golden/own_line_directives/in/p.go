package p

//line grammar.y:10
func F() { println("//line x.y:1") }

/*line other.y:7:20*/ func G() {
	println()
}

type T struct{ a /*line :40:1*/ int }

//line /abs/z.y:5:3
func H() { /*line not one*/ }
