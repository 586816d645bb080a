package p

//routinex:before
func F(a string) {
	type t struct{ a int }
	var x t
	x.a = len(a)
	var y = struct{ a string }{a}
	println(x.a, y.a)
a:
	for {
		break a
	}
	goto a
}
