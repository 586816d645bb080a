package p

//routinex:literal T
func seen(t *T) *T { return t }

//routinex:edit
func Edited() {
	//routinex:before T{1}.Show()
	println("before")
	//routinex:after x = T{2}
	println("after")
}

//routinex:replace
func Replaced() T { return T{3} }

//routinex:replace
var replaced = T{4}

//routinex:wrap
func Wrapped(t T) T { return original(T{5}) }

//routinex:before
func Wrapped(t T) T { println("in") }

//routinex:calls os.Exit
func exit(code int) {}

//routinex:remove
func removed()
