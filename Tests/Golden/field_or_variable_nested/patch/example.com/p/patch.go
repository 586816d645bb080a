package p

//routinex:before
func F(name int) {
	println(List{{name: "a"}}, Table{"a": {name: "b"}}, Grid{{"a": {name: "c"}}}, Words{name: {name: "d"}})
}
