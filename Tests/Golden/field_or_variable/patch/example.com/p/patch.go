package p

//routinex:before
func F(name string) {
	println(T{name: name})
}
