package p

//routinex:before
func F(a int, b string) error { println(a, b) }

//routinex:before
func (t *T) M() { println() }

//routinex:before
func G(f func(a, b int) (int, error), m map[string]interface{}, c <-chan any) { println() }
