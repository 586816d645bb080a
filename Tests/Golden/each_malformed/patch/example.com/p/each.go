package p

import "routinex/target"

//routinex:each
//routinex:before
func _() {}

//routinex:each a-b
//routinex:before
func _() {}

//routinex:each A
//routinex:before
func A() {}

//routinex:each A
//routinex:replace
func _() {}

//routinex:before
func _() {}

//routinex:exact
//routinex:before
func B() {}

//routinex:each A
//routinex:each B
//routinex:before
func _() {}

//routinex:each A
//routinex:by-name
//routinex:before
func _() {}

//routinex:each A
//routinex:before
func _[T any](t T) {}

//routinex:each A
//routinex:wrap
func _() (n int) {
	defer original()
	n = original()
	println(target.Nme, target.Comment("span"))
	return 1
}

//routinex:each A

func added() { println(target.Name) }
