package p

//routinex:before
func F(n int, f func(*T)) {
	println(n, f)
}

//routinex:wrap
func G(a int, f func(T), s string, c chan T, m map[string]T) (n int, g func(T), d chan<- int) {
	return original(a, f, s, c, m)
}

//routinex:before
func (t T) M(u T, f func(*T), rest ...func(T)) func(int, func(T)) {
	println(&u, f, len(rest))
}
