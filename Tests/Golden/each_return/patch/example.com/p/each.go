package p

import "routinex/target"

var mocked func(name string) []interface{}

//routinex:each * !found !*.Wrapped
//routinex:before
func _() {
	if mocked != nil {
		for _, function := range mocked(target.Package + "." + target.Name) {
			target.Return( // one after another
				function,
			)
		}
	}
}

//routinex:each *.Wrapped
//routinex:wrap
func _() (err error) {
	target.Return(mocked); target.Return(nil)
	original()
	return
}
