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

//routinex:each A
//routinex:before
func _() {
	f := target.Return
	func() { target.Return(f) }()
	if target.Return(f); f != nil {
		target.Return(f, f)
		target.Return(f...)
		defer target.Return(f)
	}
}

//routinex:each A
//routinex:after
func _() { target.Return(nil) }

func returned() { target.Return(nil) }
