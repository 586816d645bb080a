package p

//routinex:each *
//routinex:before
func (t *T) _() { t.n = 7 }

//routinex:each T.*
//routinex:pragma go:noinline
func _()

//routinex:each (*T).? (*U).*
//routinex:after
func _() { println("after") }

//routinex:each *
//routinex:exact
//routinex:before
func _(n int, s ...string) (int, string) {
	if n > 3 {
		return
	}
	println(len(s))
}

//routinex:each !T.* !U.*
//routinex:before
func _() { println("others") }
