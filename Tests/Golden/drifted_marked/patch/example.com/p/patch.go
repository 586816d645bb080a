package p

// A parameter more.
//
//routinex:before
func (t *T) Added(name string) error {
}

// A result less.
//
//routinex:before
func (t *T) Results() error {
}

//routinex:before
func Variadic(format string, args []any) {
}

//routinex:before
func Generic[K comparable, V int](m map[K]V, _ func(K) V) {
}

//routinex:before
func é(wide string, x uint) {
}
